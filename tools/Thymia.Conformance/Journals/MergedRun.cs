using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;

namespace Thymia.Conformance.Journals;

/// <summary>The parts of a divided run, told again as the one run they are.</summary>
public sealed class MergedRun
{
    private readonly IReadOnlyList<JournalContent> _parts;

    /// <exception cref="UnusableInputException">
    /// They are not the parts of one run: of another version, description, seed or setting; one is missing, there twice
    /// or not at its end.
    /// </exception>
    public MergedRun(IReadOnlyList<JournalContent> parts)
    {
        _parts = parts;
        var first = parts[0];
        foreach (var part in parts)
        {
            Demand(part.Duration is not null, part, "the run there has not come to its end", $"go on with run --resume {part.Folder}");
            DemandSame(first, part, "version of the tool", p => p.Header.Tool);
            DemandSame(first, part, "description", p => p.Header.Description);
            DemandSame(first, part, "policy", p => p.Policy ?? "");
            foreach (var setting in SettingCatalogue.All.Except(RunSettings.Adjustable).Except([SettingCatalogue.Shard]))
            {
                DemandSame(first, part, setting.Key, p => p.Header.Settings.GetValueOrDefault(setting.Key, ""));
            }
        }

        DemandAllParts();
    }

    /// <summary>The settings that all parts share, by key.</summary>
    public IReadOnlyDictionary<string, string> Settings => RunSettings.WithoutAdjustable(_parts[0].Header.Settings)
        .Where(s => s.Key != SettingCatalogue.Shard.Key).ToDictionary();

    public JournalHeader Header => _parts[0].Header;

    /// <summary>The events in the order of the plan, from start to end.</summary>
    public IEnumerable<RunEvent> Retell(RunPlan plan, RunOptions run, TimeProvider time)
    {
        var judge = new Judge(plan.Library, run.Judging with { Policy = _parts[0].Policy ?? "strict" });
        var known = new KnownDeviations(run.Deviations, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var totals = RunTotals.None;
        yield return new RunEvent.RunStarted(
            plan.Description, run.Replay.BaseUrl, plan.Seed, plan.Total, _parts.Min(p => p.Header.StartedAt))
        {
            Constraints = plan.Constraints,
        };
        yield return new RunEvent.PolicyChosen(judge.Policy.Name, judge.Policy.Reason);
        foreach (var happened in plan.Cases.SelectMany(c => _parts.Select(p => p.Find(c, again: false)).OfType<RunEvent>()))
        {
            var recalled = CaseStages.Recall(happened, judge, known, isSame: false);
            totals = totals.Plus(recalled);
            yield return recalled;
        }

        var givenUp = _parts.Select(p => p.GivenUp).FirstOrDefault(r => r is not null);
        yield return new RunEvent.RunFinished(totals, _parts.Max(p => p.Duration!.Value), Cancelled: false)
        {
            GivenUp = givenUp,
            Deviations = known.Outcomes(judge.Asked, givenUp is null),
            StrictDeviations = run.StrictDeviations,
            Asked = judge.Asked,
        };
    }

    private void DemandAllParts()
    {
        var shards = _parts.Select(p => (Part: p, Shard: ShardOf(p))).ToList();
        var count = shards[0].Shard.Count;
        var seen = new HashSet<int>();
        foreach (var (part, shard) in shards)
        {
            Demand(
                shard.Count == count && seen.Add(shard.Number), part,
                $"part {shard} does not go with the parts before it", "merge each part of one division once");
        }

        var missing = Enumerable.Range(1, count).Where(n => !seen.Contains(n)).ToList();
        Demand(missing.Count == 0, _parts[^1],
            $"part {string.Join(", ", missing.Take(5))} of {count} is missing", "name the folders of all parts");
    }

    private static Shard ShardOf(JournalContent part) =>
        part.Header.Settings.TryGetValue(SettingCatalogue.Shard.Key, out var text) && Shard.Parse(text) is { } shard
            ? shard
            : new Shard(1, 1);

    private static void DemandSame(JournalContent first, JournalContent part, string what, Func<JournalContent, string> get) =>
        Demand(
            get(first) == get(part), part,
            $"the run there has another {what} than that in {first.Folder}", "merge the parts of one run");

    private static void Demand(bool holds, JournalContent part, string problem, string hint)
    {
        if (!holds)
        {
            throw new UnusableInputException("parts-not-of-one-run", SafeText.Of(problem), part.Folder, hint);
        }
    }
}
