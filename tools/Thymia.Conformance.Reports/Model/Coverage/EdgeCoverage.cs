using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Coverage;

/// <summary>How many valid edges of a kind were judged, by themselves or within a packed request.</summary>
public sealed class EdgeCoverage
{
    internal EdgeCoverage(string keyword)
    {
        Keyword = keyword;
    }

    /// <summary>What they are edges of, such as <c>format</c>.</summary>
    public string Keyword { get; }

    /// <summary>How many there were.</summary>
    public int All { get; private set; }

    /// <summary>How many of them were judged.</summary>
    public int Judged { get; private set; }

    /// <summary>How many of those within a packed request.</summary>
    public int Packed { get; private set; }

    internal void Add(RunEvent happened)
    {
        All++;
        if (
            happened is RunEvent.CaseJudged
            {
                Verdict: not (Verdict.Skipped or Verdict.Inconclusive or Verdict.Erred)
            } judged
        )
        {
            Judged++;
            Packed += judged.Within is null ? 0 : 1;
        }
    }
}
