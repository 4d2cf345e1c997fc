using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model;

/// <summary>
/// What a run's record keeps of an exchange: of a long answer the beginning, since thousands may be kept.
/// </summary>
internal static class KeptExchange
{
    // More than the page shows, whatever the characters: what is cut in two here is never seen.
    private const int MostBytes = 24_200;

    public static RunEvent.CaseJudged Kept(this RunEvent.CaseJudged judged) =>
        judged.Exchange is not { Answer: { Body.Length: > MostBytes } answer } exchange
            ? judged
            : judged with
            {
                Exchange = exchange with { Answer = answer with { Body = answer.Body[..MostBytes].ToArray() } },
            };
}
