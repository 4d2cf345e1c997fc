namespace Thymia.Conformance.Judging.Deciding;

/// <summary>What one check says about one exchange.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="IsBroken">True where it has a finding.</param>
/// <param name="Reasoning">The findings' sentences, or why it holds, is tolerated or was not asked.</param>
public sealed record CheckReport(string Check, bool IsBroken, string Reasoning)
{
    internal static CheckReport Of(ICheck check, CheckResult result) =>
        result switch
        {
            { Findings: { } findings } => new(
                check.Description.Id,
                true,
                string.Join("; ", findings.Select(f => f.Sentence))
            ),
            { Remarks: [var remark, ..] } => new(check.Description.Id, false, $"remark: {remark.Sentence}"),
            { Undecided: { } reason } => new(check.Description.Id, false, $"cannot tell: {reason}"),
            { Toleration: { } rule } => new(check.Description.Id, false, $"tolerated by {rule.Rule}: {rule.Reason}"),
            { Inapplicable: { } reason } => new(check.Description.Id, false, $"does not apply: {reason}"),
            _ => new(check.Description.Id, false, $"holds: {check.Description.Title}"),
        };

    internal static CheckReport Silenced(ICheck check, string cause) =>
        new(check.Description.Id, false, $"not asked: {cause} already found the cause");
}
