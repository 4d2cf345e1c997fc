namespace Thymia.Conformance.Judging.Deciding;

/// <summary>Gathers what the checks say of one exchange.</summary>
internal struct Weighing
{
    private static readonly Verdict Passed = new Verdict.Passed();

    private List<Finding>? _findings;
    private List<Finding>? _remarks;
    private Verdict.Tolerated? _toleration;
    private string? _undecided;
    private ulong _broken;

    /// <summary>A bit for each check that applied.</summary>
    public ulong Asked { get; private set; }

    /// <summary>Findings weigh most, then doubt, then tolerance; remarks weigh nothing.</summary>
    public readonly Decision Decision =>
        new(
            _findings is not null ? new Verdict.Failed(_findings)
                : _undecided is not null ? new Verdict.Inconclusive(_undecided) { IsMissingState = true }
                : _toleration ?? Passed,
            Asked,
            _remarks ?? (IReadOnlyList<Finding>)[]
        );

    /// <summary>Whether one of these checks has found something.</summary>
    public readonly bool IsSilent(ulong silencers) => (_broken & silencers) != 0;

    /// <param name="counts">Whether what the check says counts; what it finds silences others all the same.</param>
    public void Add(int check, CheckResult result, bool counts)
    {
        if (!counts)
        {
            _broken |= result.Findings is null ? 0 : 1UL << check;
            return;
        }

        Asked |= result.Inapplicable is null ? 1UL << check : 0;
        _toleration ??= result.Toleration;
        _undecided ??= result.Undecided;
        if (result.Remarks is { } remarks)
        {
            (_remarks ??= []).AddRange(remarks);
        }

        if (result.Findings is { } found)
        {
            (_findings ??= []).AddRange(found);
            _broken |= 1UL << check;
        }
    }
}
