using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class TextValuesTests
{
    [Theory]
    [InlineData("abc", "minLength: 3, maxLength: 3", "abc")]
    [InlineData("abc", "minLength: 4", "abcabc")]
    [InlineData("abc", "minLength: 4, maxLength: 5", "abcab")]
    [InlineData("abc", "maxLength: 2", "ab")]
    [InlineData("abc", "maxLength: 0", "")]
    [InlineData("", "minLength: 2", "xx")]
    [InlineData("", "minLength: 0", "")]
    [InlineData("\U0001F600", "minLength: 2", "\U0001F600\U0001F600")]
    public void Are_made_to_fit_their_length(string text, string bounds, string expected) =>
        Assert.Equal(expected, TextValues.Fit(text, Described.Node($"{{type: string, {bounds}}}")));

    [Fact]
    public void Match_their_pattern_and_their_length()
    {
        const string Pattern = @"^[a-z]+\d$";
        var node = Described.Node("{type: string, minLength: 3, maxLength: 5}");
        var made = Enumerable.Range(0, 60).Select(i => TextValues.Matching(Pattern, node, new Seed((ulong)i))).ToList();
        Assert.All(made, t => Assert.Matches(@"^[a-z]{2,4}[0-9]$", t));
        Assert.Equal([3, 4, 5], made.Select(t => t.Length).Distinct().Order());
    }

    [Theory]
    [InlineData("plain/name", "name")]
    [InlineData("/birthday", "[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    [InlineData("/email", "[a-z]+\\.[0-9a-f]{6}@example\\.com")]
    [InlineData("/homeUrl", "https://.*/.*/[0-9a-f]{8}")]
    [InlineData("/id", "[0-9a-f]{12}")]
    [InlineData("/phone", "\\+[0-9]{11,12}")]
    [InlineData("/userLabel", "thymia-conformance-1-[0-9a-f]{8}")]
    [InlineData("/words", "[a-z]+ [a-z]+")]
    [InlineData("/firstName", "[A-Z][a-z]+")]
    [InlineData("/fullName", "[A-Z][a-z'A-Z]+ [A-Z][a-z'A-Z]+")]
    public void Tell_by_their_name_what_they_are_about(string pointer, string expected)
    {
        var made = TextValues.Make(
            new ValuePlace(Described.Node("{type: string}"), pointer),
            new Draw(new Seed(1), new Seed(5)),
            "en"
        );
        Assert.Matches(pointer[0] == '/' ? $"^{expected}$" : "^[A-Z]", made);
    }

    [Fact]
    public void A_date_of_birth_in_a_format_is_that_of_an_adult()
    {
        var node = Described.Node("{type: string, format: date}");
        var dates = Enumerable
            .Range(0, 60)
            .Select(i =>
                TextValues.Make(new ValuePlace(node, "/dateOfBirth"), new Draw(default, new Seed((ulong)i)), "en")
            )
            .ToList();
        Assert.All(dates, d => Assert.True(string.CompareOrdinal(d, "2007") < 0));
        Assert.Contains(Enumerable.Range(0, 60), i =>
            string.CompareOrdinal(
                TextValues.Make(new ValuePlace(node, "/day"), new Draw(default, new Seed((ulong)i)), "en"),
                "2020"
            ) > 0
        );
    }

    [Fact]
    public void Are_encoded_where_an_annotation_says_so()
    {
        var format = Described.Schema("{type: string, format: byte}");
        var node = Described.Node("{type: string, contentEncoding: base64}");

        var made = TextValues.Make(new ValuePlace(node, "/words"), new Draw(default, new Seed(1)), "en");

        Assert.Empty(format.Check($"\"{made}\""));
        Assert.Null(node.Format);
    }

    [Theory]
    [InlineData("date")]
    [InlineData("date-time")]
    [InlineData("time")]
    [InlineData("duration")]
    [InlineData("ipv4")]
    [InlineData("ipv6")]
    [InlineData("relative-json-pointer")]
    [InlineData("byte")]
    public void Fit_their_format_whatever_the_seed(string format)
    {
        var node = Described.Schema($"{{type: string, format: {format}}}");
        var made = Enumerable
            .Range(0, 150)
            .Select(i => TextValues.Make(new ValuePlace(node.Root, "/a"), new Draw(default, new Seed((ulong)i)), "en"))
            .ToList();
        Assert.All(made, t => Assert.Empty(node.Check($"\"{t}\"")));
        Assert.True(made.Distinct().Count() > 3);
    }
}
