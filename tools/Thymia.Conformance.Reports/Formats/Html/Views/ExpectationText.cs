using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>What a case demands of its answer, in words.</summary>
internal static class ExpectationText
{
    private const int MostStatuses = 6;

    public static string Of(TestCase testCase) =>
        testCase.Expectation switch
        {
            Expectation.Rejected { Places: [var place, ..] } rejected =>
                $"rejected with {rejected.Status} that blames {place.Display}",
            Expectation.Rejected rejected => $"rejected with {rejected.Status}",
            Expectation.Refused { Statuses: { Count: > MostStatuses } } refused =>
                $"refused with any 4XX: {refused.Reason}",
            Expectation.Refused refused => $"refused with {string.Join(" or ", refused.Statuses)}: {refused.Reason}",
            _ when testCase.Tier == Tier.SchemaOnly =>
                "accepted, or refused as documented: only the schema's letter allows it",
            _ => "accepted",
        };
}
