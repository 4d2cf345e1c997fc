using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>Runs over time for machines.</summary>
public static class HistoryJson
{
    /// <summary>An object with the member <c>runs</c>, the oldest first.</summary>
    public static string Of(RunHistory history) =>
        IndentedJson.Of(
            new
            {
                version = 1,
                runs = history.Runs.Select(r => new
                {
                    r.Source,
                    r.StartedAt,
                    r.BaseUrl,
                    contract = r.Description.Sha256,
                    r.Cases,
                    r.Failed,
                    r.PassShare,
                    causes = r.Causes.Count,
                    p90Ms = RunHistory.P90Of(r),
                    r.ExitCode,
                }),
            }
        );
}
