using System.Globalization;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit.Cases;

/// <summary>The cases as rows of a theory. The id is all they carry, so names are the same in every run.</summary>
internal static class CaseRows
{
    /// <summary>How many tests share the random cases.</summary>
    public const int RandomParts = 5;

    public static IEnumerable<TheoryDataRow<string>> Of(PlannedSuite planned, bool valid) =>
        planned.Unusable is null
            ? planned.Plan.Enumerated.Where(c => c.IsValid == valid).Select(c => Row(c.Make()))
            :
            [
                new TheoryDataRow<string>("none")
                {
                    TestDisplayName = $"{(valid ? "valid" : "invalid")} requests",
                    Label = "",
                },
            ];

    /// <summary>The random cases, in as many parts as there are rows.</summary>
    public static IEnumerable<TheoryDataRow<int>> OfRandom { get; } =
    [
        .. Enumerable
            .Range(1, RandomParts)
            .Select(part =>
                new TheoryDataRow<int>(part)
                {
                    TestDisplayName = string.Create(
                        CultureInfo.InvariantCulture,
                        $"random cases · part {part} of {RandomParts}"
                    ),
                    Label = "",
                }.WithTrait("tier", "random")
            ),
    ];

    /// <summary>Each check over all cases, rules of the API included.</summary>
    public static IEnumerable<TheoryDataRow<string>> OfChecks(PlannedSuite planned) =>
        (planned.Unusable is null ? planned.Plan.Run.Checks : CheckCatalogue.All).Select(c =>
            new TheoryDataRow<string>(c.Id) { TestDisplayName = $"all cases · {c.Id} · {c.Title}", Label = "" }
                .WithTrait("check", c.Id)
                .WithTrait("scope", "check")
        );

    /// <summary>Each operation that cannot be tested, or one row that says that all can.</summary>
    public static IEnumerable<TheoryDataRow<string>> OfLeftOut(PlannedSuite planned) =>
        planned.Unusable is null && planned.Plan.Run.LeftOut is { Count: > 0 } leftOut
            ? leftOut.Select(o => new TheoryDataRow<string>(o.Name)
            {
                TestDisplayName = $"{o.Name} · can be tested",
                Label = "",
            })
            :
            [
                // A theory without a row would fail.
                new TheoryDataRow<string>("none")
                {
                    TestDisplayName = "every operation of the description can be tested",
                    Label = "",
                },
            ];

    /// <summary><c>POST /v1/calls · user.birthSex · enum · lower case is rejected</c>.</summary>
    public static string NameOf(TestCase testCase) =>
        $"{testCase.Operation.Name} · {testCase.Title} " + Claim(testCase);

    private static TheoryDataRow<string> Row(TestCase testCase)
    {
        var row = new TheoryDataRow<string>(testCase.Id) { TestDisplayName = NameOf(testCase), Label = "" }
            .WithTrait("operation", testCase.Operation.Id)
            .WithTrait("location", testCase.Location.Display)
            .WithTrait("keyword", testCase.Keyword)
            .WithTrait("kind", testCase.Kind)
            .WithTrait("check", CheckCatalogue.OwnerOf(testCase))
            .WithTrait("outcome", testCase.IsValid ? "accepted" : "rejected");
        return testCase.IsValid ? row.WithTrait("tier", TierOf(testCase)) : row;
    }

    private static string Claim(TestCase testCase) =>
        testCase switch
        {
            { IsValid: false } => "is rejected",
            { Tier: Tier.SchemaOnly } => "is answered as documented",
            _ => "is accepted",
        };

    private static string TierOf(TestCase testCase) =>
        testCase.Tier switch
        {
            Tier.Documented => "documented",
            Tier.Plausible => "plausible",
            _ => "schema-only",
        };
}
