using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>What changed from one run to another, way by way of trying each constraint.</summary>
public sealed class RunComparison
{
    public RunComparison(RunSnapshot old, RunSnapshot @new)
    {
        Old = old;
        New = @new;
        var before = old.Map.ToDictionary(c => c.Key);
        var both = @new
            .Map.Where(c => before.ContainsKey(c.Key))
            .Select(c => new CellChange(before[c.Key], c))
            .ToList();
        var found = @new
            .Findings.GroupBy(f => f.CaseId)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        NewlyBroken =
        [
            .. both.Where(c => !c.Old.IsBroken && c.New.IsBroken)
                .Select(c => c with { Finding = found.GetValueOrDefault(c.New.CaseId) }),
        ];
        BrokenCauses =
        [
            .. NewlyBroken
                .GroupBy(c =>
                    c.Finding is { Cause: null } f
                        ? (f.Check, f.Location)
                        : ((string?, object?))(null, c.Finding?.Cause)
                )
                .Select(g => CauseOf([.. g]))
                .OrderByDescending(c => c.Ways.Count),
        ];
        Fixed = [.. both.Where(c => c.Old.IsBroken && !c.New.IsBroken && c.New.Outcome != "not-sent")];
        Otherwise =
        [
            .. both.Where(c => c.Old.Outcome != c.New.Outcome)
                .Except(Fixed)
                .Where(c => c.Old.IsBroken || !c.New.IsBroken),
        ];
        var after = @new.Map.Select(c => c.Key).ToHashSet();
        Added = [.. @new.Map.Where(c => !before.ContainsKey(c.Key))];
        Removed = [.. old.Map.Where(c => !after.Contains(c.Key))];
        StillBroken = both.Count(c => c.Old.IsBroken && c.New.IsBroken);
        Latency = [.. LatencyChange.Between(old.Answers, @new.Answers)];
        Vocabulary = VocabularyChange.Between(old.Map, both);
    }

    public RunSnapshot Old { get; }

    public RunSnapshot New { get; }

    public IReadOnlyList<CellChange> NewlyBroken { get; }

    /// <summary>What is newly broken by its causes, the most frequent first.</summary>
    public IReadOnlyList<BrokenCause> BrokenCauses { get; }

    public IReadOnlyList<CellChange> Fixed { get; }

    /// <summary>Another outcome than before, without becoming right or wrong by it.</summary>
    public IReadOnlyList<CellChange> Otherwise { get; }

    /// <summary>Ways that the older run did not have.</summary>
    public IReadOnlyList<CellSnapshot> Added { get; }

    /// <summary>Ways that the newer run has no longer.</summary>
    public IReadOnlyList<CellSnapshot> Removed { get; }

    public int StillBroken { get; }

    /// <summary>Each kind of answer that both runs had.</summary>
    public IReadOnlyList<LatencyChange> Latency { get; }

    /// <summary>Null where validation errors use the same words.</summary>
    public VocabularyChange? Vocabulary { get; }

    public bool ContractChanged => Old.Description.Sha256 != New.Description.Sha256;

    /// <summary>Ways that are new and broken from the start.</summary>
    public IEnumerable<CellSnapshot> AddedBroken => Added.Where(c => c.IsBroken);

    /// <summary>True where the newer run is in nothing worse: nothing broke that was not broken.</summary>
    public bool IsNoWorse => NewlyBroken.Count == 0 && !AddedBroken.Any();

    /// <summary>0 where nothing broke, else 1.</summary>
    public int ExitCode => IsNoWorse ? 0 : 1;

    /// <summary>The comparison in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var broken = NewlyBroken.Count + AddedBroken.Count();
            return (broken, Fixed.Count) switch
            {
                (0, 0)
                    when Otherwise.Count == 0
                        && Vocabulary is null
                        && !Latency.Any(l => l.IsSlower)
                        && !ContractChanged => "Nothing changed.",
                (0, 0) => "Nothing broke and nothing was fixed.",
                (0, var mended) => $"{InWords(mended)} fixed, nothing newly broken.",
                (_, 0) => $"{InWords(broken)} newly broken.",
                (_, var mended) => $"{InWords(broken)} newly broken, {InWords(mended)} fixed.",
            };
        }
    }

    private BrokenCause CauseOf(IReadOnlyList<CellChange> ways)
    {
        var finding = ways[0].Finding;
        return finding?.Cause is { } number && New.Causes.ElementAtOrDefault(number - 1) is { } cause
            ? new BrokenCause(cause.Check, cause.Sentence, ways)
            : new BrokenCause(finding?.Check, finding?.Sentence, ways);
    }

    internal static string InWords(int count) => Text.Amounts.Of(count, "way", "ways");
}

/// <summary>One way of trying a constraint in two runs.</summary>
public sealed record CellChange(CellSnapshot Old, CellSnapshot New)
{
    /// <summary>What the newer run found there; null where nothing.</summary>
    public FindingSnapshot? Finding { get; init; }
}

/// <summary>What broke several ways at once.</summary>
/// <param name="Check">The check that fails; null where the newer run found nothing there.</param>
/// <param name="Sentence">What it says.</param>
public sealed record BrokenCause(string? Check, string? Sentence, IReadOnlyList<CellChange> Ways);
