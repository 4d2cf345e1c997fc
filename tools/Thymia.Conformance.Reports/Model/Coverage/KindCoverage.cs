using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Coverage;

/// <summary>How the cases fared that break one constraint in one way.</summary>
public sealed class KindCoverage
{
    internal KindCoverage(string kind)
    {
        Kind = kind;
    }

    /// <summary>Such as <c>lower-case</c>.</summary>
    public string Kind { get; }

    /// <summary>Cases made, whether or not they were sent; 0 where the run ended before.</summary>
    public int Generated { get; private set; }

    public int Sent { get; private set; }

    /// <summary>Rejected as documented.</summary>
    public int Passed { get; private set; }

    /// <summary>Known deviations among them.</summary>
    public int Failed { get; private set; }

    public int Tolerated { get; private set; }

    /// <summary>Cases whose answer could be judged.</summary>
    public int Judged => Passed + Failed + Tolerated;

    internal void Add(RunEvent happened)
    {
        Generated++;
        if (happened is RunEvent.CaseJudged { Exchange: not null } judged)
        {
            Sent++;
            Passed += judged.Verdict is Verdict.Passed ? 1 : 0;
            Failed += judged.Verdict is Verdict.Failed or Verdict.Known ? 1 : 0;
            Tolerated += judged.Verdict is Verdict.Tolerated ? 1 : 0;
        }
    }
}
