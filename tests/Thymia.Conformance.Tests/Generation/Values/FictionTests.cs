using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class FictionTests
{
    private static readonly string[] Ranges =
    [
        "+447700900",
        "+441632960",
        "+442079460",
        "+441134960",
        "+441144960",
        "+441154960",
        "+441164960",
        "+441174960",
        "+441184960",
        "+441214960",
        "+441314960",
        "+441414960",
        "+441514960",
        "+441614960",
        "+441914980",
        "+448081570",
        "+443069990",
        "+121255501",
        "+130355501",
        "+141555501",
        "+161755501",
        "+141655501",
        "+160455501",
        "+614915701",
    ];

    private static readonly Draw Draw = new(new Seed(3), new Seed(4));

    private static readonly List<string> Numbers = Many(Fiction.PhoneNumber);

    [Fact]
    public void Telephone_numbers_are_of_every_range_and_of_no_other()
    {
        Assert.All(Numbers, n => Assert.Contains(Ranges, r => n.StartsWith(r, StringComparison.Ordinal)));
        Assert.All(Ranges, r => Assert.Contains(Numbers, n => n.StartsWith(r, StringComparison.Ordinal)));
        Assert.All(Numbers, n => Assert.Equal(
                n.StartsWith("+1", StringComparison.Ordinal) ? 11
                    : n.StartsWith("+61", StringComparison.Ordinal) ? 11
                    : 12,
                n.Length - 1
            ));
    }

    [Fact]
    public void The_few_Australian_numbers_are_all_drawn() =>
        Assert.Equal(
            ["10", "56", "57", "58", "59"],
            Numbers
                .Where(n => n.StartsWith("+614915701", StringComparison.Ordinal))
                .Select(n => n[^2..])
                .Distinct()
                .Order()
        );

    [Fact]
    public void The_last_digits_range_from_nought_to_nine()
    {
        Assert.Equal(
            10,
            Numbers.Where(n => n.StartsWith("+44", StringComparison.Ordinal)).Select(n => n[^3]).Distinct().Count()
        );
        Assert.Equal(
            10,
            Numbers.Where(n => n.StartsWith("+1", StringComparison.Ordinal)).Select(n => n[^2]).Distinct().Count()
        );
    }

    [Fact]
    public void Hosts_are_reserved_names_and_all_are_drawn()
    {
        string[] hosts = ["api.test", "example.com", "example.net", "example.org", "hooks.example.com"];
        Assert.Equal(hosts, Many(Fiction.Host).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(hosts, Many(Fiction.Url).Select(u => new Uri(u).Host).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Many(Fiction.Url), u => Assert.Matches("^https://[^/]+/(calls|events|results)/[0-9a-f]{8}$", u));
        Assert.All(Many(Fiction.Email), m => Assert.Matches("^(sam|kim|alex|robin)\\.[0-9a-f]{6}@example\\.com$", m));
        Assert.Equal(4, Many(Fiction.Email).Select(m => m.Split('.')[0]).Distinct().Count());
        Assert.Equal(3, Many(Fiction.Url).Select(u => u.Split('/')[3]).Distinct().Count());
    }

    [Fact]
    public void A_label_says_which_run_made_it()
    {
        Assert.Matches("^thymia-conformance-3-[0-9a-f]{8}$", Fiction.Label(Draw, "/a"));
        Assert.Equal(Fiction.Label(Draw, "/a"), Fiction.Label(Draw, "/a"));
        Assert.NotEqual(Fiction.Label(Draw, "/a"), Fiction.Label(Draw, "/b"));
    }

    [Fact]
    public void Dates_of_birth_are_those_of_adults()
    {
        var dates = Enumerable
            .Range(0, 400)
            .Select(i => Fiction.BirthDate(new Dice().From(new Seed((ulong)i))))
            .ToList();
        Assert.InRange(dates.Max(), new DateOnly(2004, 1, 1), new DateOnly(2007, 1, 1));
        Assert.InRange(dates.Min(), new DateOnly(1930, 1, 1), new DateOnly(1933, 1, 1));
    }

    [Fact]
    public void Hexadecimal_digits_are_lower_case_and_all_are_drawn()
    {
        var text = Fiction.Hexadecimal(new Dice().From(new Seed(1)), 500);
        Assert.Equal(500, text.Length);
        Assert.Equal("0123456789abcdef", string.Concat(text.Distinct().Order()));
    }

    private static List<string> Many(Func<Random, string> make) =>
        [.. Enumerable.Range(0, 1500).Select(i => make(new Dice().From(new Seed((ulong)i).Derive(1))))];
}
