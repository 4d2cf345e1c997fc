using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model;

/// <summary>A case that neither passed nor failed, and why; or what is worth saying of one.</summary>
/// <param name="Verdict"><c>remark</c>, <c>tolerated</c>, <c>known</c>, <c>inconclusive</c>, <c>skipped</c>,
/// <c>erred</c> or <c>discarded</c>.</param>
/// <param name="Rule">The tolerance rule or the known deviation; null where none applied.</param>
public sealed record CaseRemark(string CaseId, string Verdict, string Reason, string? Rule = null)
{
    internal static CaseRemark Of(RunEvent.CaseDiscarded discarded) =>
        new(discarded.Case.Id, "discarded", SafeText.Of(discarded.Contradiction));

    /// <summary>What was remarked: the rule is the check.</summary>
    internal static CaseRemark Of(Finding remark) => new(remark.CaseId, "remark", remark.Sentence, remark.Check);

    internal static CaseRemark? Of(RunEvent.CaseJudged judged) =>
        judged.Verdict switch
        {
            Verdict.Tolerated t => new(judged.Case.Id, "tolerated", SafeText.Of(t.Reason), SafeText.Of(t.Rule)),
            Verdict.Known k => new(judged.Case.Id, "known", SafeText.Of(k.Reason), SafeText.Of(k.Deviation)),
            Verdict.Inconclusive i => new(judged.Case.Id, "inconclusive", SafeText.Of(i.Reason)),
            Verdict.Skipped s => new(judged.Case.Id, "skipped", SafeText.Of(s.Reason)),
            Verdict.Erred e => new(judged.Case.Id, "erred", SafeText.Of(e.Reason)),
            _ => null,
        };
}
