namespace Thymia.Conformance.Judging;

/// <summary>The vocabulary of rules: a page for each kind.</summary>
public static class RuleKinds
{
    private static readonly (RuleKind Kind, string Name, string Page)[] Kinds =
    [
        (
            RuleKind.Equals,
            "equals",
            "Asked of accepted valid requests whose body and answer are JSON. Each place of the answer must have the "
                + "value that the request has at the same place, or at the one named with it. Values are compared, not "
                + "texts: objects in any order, numbers as doubles (RFC 8259, 6), and UUIDs and date-times in any "
                + "notation "
                + "where the schema names that format. A place absent on either side, and a value of a type that the "
                + "response schema does not allow, are left to response-schema."
        ),
        (
            RuleKind.PresentWhen,
            "present-when",
            "Asked of accepted requests that meet the condition in `when`. Each place of the answer must have a value "
                + "other than null. With `form: web-address` a value there must be an absolute http or https address, "
                + "whatever the request is like."
        ),
        (
            RuleKind.AbsentWhen,
            "absent-when",
            "Asked of accepted requests whose answer has a value other than null at one of the places. There must be "
                + "none where the request meets the condition in `when`. With `form: web-address` a value that may be "
                + "there must be an absolute http or https address, or nobody can follow it."
        ),
        (
            RuleKind.WithinRun,
            "within-run",
            "Asked of accepted requests whose answer has a readable time at one of the places. It must lie between the "
                + "sending of the request and the arrival of the answer, give or take the clock skew of the "
                + "configuration, five minutes by default. Its form is for response-schema."
        ),
        (
            RuleKind.Unique,
            "unique",
            "Asked of accepted requests whose answer has text or a number at one of the places. No two answers of "
                + "a run "
                + "may share one, whichever order they come in, and not even the same request sent twice, which a "
                + "run does "
                + "for that operation. UUIDs are the same in any notation; where the schema names that format, what is "
                + "none is for response-schema."
        ),
        (
            RuleKind.Default,
            "default",
            "Asked of accepted valid requests that leave the place out, where the answer shows it. The answer must "
                + "have "
                + "the default there: `value` of the rule, or the default of the request's schema where the rule has "
                + "none."
        ),
        (
            RuleKind.NotEmpty,
            "not-empty",
            "Asked of accepted requests whose answer has text at one of the places. It must hold more than blanks. "
                + "What is no text, or absent, is for response-schema."
        ),
        (
            RuleKind.RequiredBody,
            "required-body",
            "For an operation whose description does not mark its body required, though it can do nothing without one: "
                + "requests without a body must be refused. They are cases of invalid-rejected, which cites the rule."
        ),
    ];

    /// <summary>The kinds' names, in the order of documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(k => k.Name)];

    /// <summary>What a rule of that kind asks; null where there is no such kind.</summary>
    public static string? Find(string name) => Array.Find(Kinds, k => k.Name == name).Page;

    internal static RuleKind Parse(string name) => Array.Find(Kinds, k => k.Name == name).Kind;

    internal static string NameOf(RuleKind kind) => Array.Find(Kinds, k => k.Kind == kind).Name;

    internal static string PageOf(RuleKind kind) => Array.Find(Kinds, k => k.Kind == kind).Page;
}
