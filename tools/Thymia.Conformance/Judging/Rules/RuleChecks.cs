namespace Thymia.Conformance.Judging.Rules;

/// <summary>Makes the check that asks a rule.</summary>
internal static class RuleChecks
{
    /// <summary>One for each rule that is asked of answers; each remembers what one run has seen.</summary>
    public static IEnumerable<ICheck> Of(JudgeOptions options) =>
        options.Rules.Select(r => Of(r, options)).OfType<ICheck>();

    private static RuleCheck? Of(Rule rule, JudgeOptions options) =>
        rule.Kind switch
        {
            RuleKind.Equals => new EqualsRule(rule),
            RuleKind.PresentWhen or RuleKind.AbsentWhen => new PresenceRule(rule),
            RuleKind.WithinRun => new WithinRunRule(rule, options.ClockSkew),
            RuleKind.Unique => new UniqueRule(rule),
            RuleKind.Default => new DefaultRule(rule),
            RuleKind.NotEmpty => new NotEmptyRule(rule),
            RuleKind.RequiredBody => null,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
}
