using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite.Cases;

/// <summary>The cases as rows of a theory. The id is all they carry, so names are the same in every run.</summary>
internal static class CaseRows
{
    public static IEnumerable<TheoryDataRow<string>> Of(bool valid) =>
        SuitePlan.Unusable is null
            ? SuitePlan.Current.Enumerated.Where(c => c.IsValid == valid).Select(c => Row(c.Make()))
            :
            [
                new TheoryDataRow<string>("none")
                {
                    TestDisplayName = $"{(valid ? "valid" : "invalid")} requests",
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
