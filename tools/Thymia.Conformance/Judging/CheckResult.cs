namespace Thymia.Conformance.Judging;

/// <summary>A check's answer on one exchange; the default is that it holds.</summary>
internal readonly record struct CheckResult
{
    public static CheckResult Holds => default;

    /// <summary>Why the question makes no sense here; null where it does.</summary>
    public string? Inapplicable { get; private init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public IReadOnlyList<Finding>? Findings { get; private init; }

    /// <summary>Why nobody can tell, as a clause; null where somebody can.</summary>
    public string? Undecided { get; private init; }

    /// <summary>The rule under which a deviation is let pass; null where there is none.</summary>
    public Verdict.Tolerated? Toleration { get; private init; }

    /// <summary>
    /// What a reader should know although it holds: the standards leave it open. Counts for nothing;
    /// null where there is nothing to say.
    /// </summary>
    public IReadOnlyList<Finding>? Remarks { get; private init; }

    /// <summary>It holds, and this is worth a remark.</summary>
    public static CheckResult Remarked(Finding remark) => new() { Remarks = [remark] };

    /// <summary>Broken where there is any finding; with remarks on what is left open.</summary>
    public static CheckResult Of(IReadOnlyList<Finding>? findings, IReadOnlyList<Finding>? remarks) =>
        new()
        {
            Findings = findings is { Count: > 0 } ? findings : null,
            Remarks = remarks is { Count: > 0 } ? remarks : null,
        };

    public static CheckResult DoesNotApply(string reason) => new() { Inapplicable = reason };

    public static CheckResult Broken(Finding finding) => new() { Findings = [finding] };

    /// <summary>What was answered says nothing of the question, for a reason outside the provider.</summary>
    public static CheckResult CannotTell(string reason) => new() { Undecided = reason };

    /// <summary>Broken where there is any finding.</summary>
    public static CheckResult Of(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? Holds : new() { Findings = findings };

    public static CheckResult Tolerated(Verdict.Tolerated toleration) => new() { Toleration = toleration };
}
