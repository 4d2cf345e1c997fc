using Thymia.Conformance.Reports.Comparing;

namespace Thymia.Conformance.Tests.Reports.Comparing;

/// <summary>Finished runs made by hand.</summary>
internal static class RunSnapshots
{
    public static RunSnapshot Of(params (string Kind, string Outcome, string Word)[] cells) =>
        new()
        {
            Source = "results",
            Version = 1,
            Seed = 1,
            BaseUrl = "https://staging.example.com/",
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Description = new ContractSnapshot("api.yaml", "An API", "1.0.0", new string('a', 64)),
            ExitCode = cells.Any(c => c.Outcome == "accepted") ? 1 : 0,
            Cases = cells.Length,
            Passed = cells.Count(c => c.Outcome == "as-documented"),
            Tolerated = cells.Count(c => c.Outcome == "tolerated"),
            Failed = cells.Count(c => c.Outcome is "accepted" or "wrong" or "error"),
            Findings =
            [
                .. cells
                    .Where(c => c.Outcome == "accepted")
                    .Select(c => new FindingSnapshot(
                        "invalid-rejected",
                        IdOf(c.Kind),
                        "request body",
                        $"found status 200 for {c.Kind}"
                    )),
            ],
            Causes = [],
            Answers = [],
            Map =
            [
                .. cells.Select(c => new CellSnapshot
                {
                    CaseId = IdOf(c.Kind),
                    Operation = "POST /v1/calls",
                    Place = "user.birthSex",
                    Keyword = "enum",
                    Kind = c.Kind,
                    Outcome = c.Outcome,
                    Words = c.Word.Length == 0 ? [] : [c.Word],
                }),
            ],
        };

    public static AnswerSnapshot Answers(int count, double p25, double p50, double p75) =>
        new("accepted", count, new LatencySnapshot(p25, p50, p75, p75 * 1.2, p75 * 1.5, p75 * 2));

    private static string IdOf(string kind) => $"post-v1-calls:user.birthSex:enum:{kind}";
}
