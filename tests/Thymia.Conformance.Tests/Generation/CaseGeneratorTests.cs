using System.Globalization;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Generation;

public sealed class CaseGeneratorTests
{
    // As made in this machine's culture, for each culture to be compared with.
    private static readonly Lazy<List<string>> Usual = new(() =>
        [.. Fixtures.All.SelectMany(f => Fixtures.Cases(f, 3, 4)).Select(Fixtures.Wire)]
    );

    public static TheoryData<string> Descriptions => [.. Fixtures.All];

    // Arabic has other minus signs and, as Thai, another calendar; Turkish has other capitals.
    public static TheoryData<string> Cultures => Sweep.Rows(2, "tr-TR", "ar-SA", "th-TH");

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Every_case_is_what_it_says(string file)
    {
        foreach (var seed in new ulong[] { 1, 2, 77 }.Take(Sweep.Of(1, 3)))
        {
            var (generators, guard) = Fixtures.Load(file, seed);
            var contradictions = generators
                .SelectMany(g => g.Plan(30))
                .Select(p => p.Make())
                .Select(c => (c.Id, Contradiction: guard.Contradiction(c)))
                .Where(c => c.Contradiction is not null);
            Assert.Empty(contradictions);
        }
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Ids_are_unique_and_the_same_for_every_seed(string file)
    {
        var one = Fixtures.Load(file, 1).Generators.SelectMany(g => g.Enumerated).Select(p => p.Id).ToList();
        var other = Fixtures.Load(file, 987654321).Generators.SelectMany(g => g.Enumerated).Select(p => p.Id).ToList();
        Assert.Equal(one.Count, one.Distinct().Count());
        Assert.Equal(one, other);
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_seed_gives_the_same_bytes_in_any_order_and_on_any_thread(string file)
    {
        var inOrder = Fixtures.Cases(file, 5, 10).Select(Fixtures.Wire).ToList();
        var plans = Fixtures.Load(file, 5).Generators.SelectMany(g => g.Plan(10)).Reverse().ToList();
        var inParallel = plans
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .Select(p => Fixtures.Wire(p.Make()))
            .Reverse();
        Assert.Equal(inOrder, inParallel);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_culture_changes_no_byte(string culture)
    {
        var expected = Usual.Value;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Fixtures.All.SelectMany(f => Fixtures.Cases(f, 3, 4)).Select(Fixtures.Wire));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_other_people()
    {
        var one = Fixtures.Cases(Fixtures.Contract, 1).Where(c => c.IsValid).Select(Fixtures.Wire);
        var other = Fixtures.Cases(Fixtures.Contract, 2).Where(c => c.IsValid).Select(Fixtures.Wire);
        Assert.Single(one.Intersect(other), wire => wire.Contains("Greg", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Every_constraint_is_broken_in_some_way(string file)
    {
        var description = DescriptionReader.Read(Fixtures.PathOf(file));
        var library = new SchemaLibrary(description);
        var broken = Fixtures
            .Cases(file)
            .Where(c => !c.IsValid)
            .Select(c => $"{c.Operation.Name} {c.Mutation!.Constraint.Id}")
            .ToHashSet();
        var demanded =
            from operation in description.Operations
            where operation.Body is not null
            from constraint in ConstraintExtraction.Of(library.At(operation.Body!.SchemaPointer).Root)
            where constraint.Keyword != "minProperties" // never alone: as many properties are required
            select $"{operation.Name} {constraint.Id}";
        Assert.Empty(demanded.Except(broken));
    }

    [Fact]
    public void A_new_optional_property_changes_nothing_else()
    {
        var text = File.ReadAllText(Fixtures.PathOf(Fixtures.Contract));
        const string Anchor = "        phoneNumber:\n";
        Assert.Contains(Anchor, text, StringComparison.Ordinal);
        var grown = text.Replace(
            Anchor,
            "        aNewOne:\n          type: integer\n" + Anchor,
            StringComparison.Ordinal
        );
        var before = Plans(text);
        var after = Plans(grown);
        foreach (var id in before.Keys.Where(id => !id.Contains(":combination:", StringComparison.Ordinal)))
        {
            var now = System.Text.RegularExpressions.Regex.Replace(
                Fixtures.Wire(after[id].Make()),
                @"""aNewOne"":\s*-?\d+,?\s*",
                ""
            );
            Assert.Equal(Fixtures.Wire(before[id].Make()), now);
        }
    }

    [Fact]
    public void The_beginning_of_the_list_holds_valid_and_invalid_cases()
    {
        var firsts = Fixtures.Cases(Fixtures.Contract).Take(40).ToList();
        Assert.Equal(20, firsts.Count(c => c.IsValid));
    }

    [Fact]
    public void The_payload_of_the_client_samples_is_a_case_of_its_own()
    {
        var example = Assert.Single(Fixtures.Cases(Fixtures.Contract), c => c.Kind == "documented");
        Assert.Equal(Tier.Documented, example.Tier);
        Assert.Equal(
            "{\"user\":{\"userLabel\":\"42baba59-fa4a-4a22-ba1c-2e4a88a3badb\",\"dateOfBirth\":\"1990-08-24\","
                + "\"birthSex\":\"MALE\"},\"language\":\"en-GB\","
                + "\"agent\":{\"id\":\"patient-intake\",\"context\":{\"name\":\"Greg\"}}}",
            System.Text.Encoding.UTF8.GetString(example.Request.Body!.Value.Span)
        );
    }

    private static Dictionary<string, CasePlan> Plans(string description) =>
        Fixtures
            .Load(DescriptionReader.Parse(System.Text.Encoding.UTF8.GetBytes(description), "grown.yaml"))
            .Generators.SelectMany(g => g.Enumerated)
            .ToDictionary(p => p.Id);
}
