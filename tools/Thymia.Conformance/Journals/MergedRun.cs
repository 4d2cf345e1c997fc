using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Text;

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
            Demand(
                part.Duration is not null,
                part,
                "the run there has not come to its end",
                $"go on with run --resume {part.Folder}"
            );
            DemandSame(first, part, "version of the tool", p => p.Header.Tool);
            DemandSame(first, part, "description", p => p.Header.Description);
            DemandSame(first, part, "mode of the embedded provider", p => p.Header.Mode ?? "");
            DemandSame(first, part, "choice of Defects", p => string.Join(' ', p.Header.Defects ?? []));
            foreach (
                var setting in SettingCatalogue.All.Except(RunSettings.Adjustable).Except([SettingCatalogue.Shard])
            )
            {
                DemandSame(first, part, setting.Key, p => p.Header.Settings.GetValueOrDefault(setting.Key, ""));
            }
        }

        DemandAllParts();
        DemandOnePolicy();
    }

    /// <summary>The settings that all parts share, by key, and what any of them masks.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        RunSettings
            .WithoutAdjustable(_parts[0].Header.Settings)
            .Where(s => s.Key != SettingCatalogue.Shard.Key)
            .Append(
                KeyValuePair.Create(
                    ReportSettings.Mask.Key,
                    RunSettings.MaskOfAll(_parts.Select(p => p.Header.Settings))
                )
            )
            .ToDictionary();

    public JournalHeader Header => _parts[0].Header;

    /// <summary>The events in the order of the plan, from start to end.</summary>
    public IEnumerable<RunEvent> Retell(RunPlan plan, RunOptions run, TimeProvider time)
    {
        var policy = _parts.Select(p => p.Policy).FirstOrDefault(p => p is not null);
        var reason = _parts.Select(p => p.PolicyReason).FirstOrDefault(r => r is not null);
        var judge = new Judge(plan.Library, run.Judging.WithPolicy(policy ?? "strict", reason));
        var known = new KnownDeviations(run.Deviations, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var totals = RunTotals.None;
        yield return new RunEvent.RunStarted(
            plan.Description,
            run.Replay.BaseUrl,
            plan.Seed,
            plan.Total,
            _parts.Min(p => p.Header.StartedAt)
        )
        {
            Constraints = plan.Constraints,
            LeftOut = plan.LeftOut,
            Checks = judge.Checks,
        };
        yield return new RunEvent.PolicyChosen(judge.Policy.Name, judge.Policy.Reason)
        {
            ProbeStatuses = [.. _parts.SelectMany(p => p.ProbeStatuses)],
        };
        foreach (var happened in CasesOf(plan).SelectMany(c => _parts.Select(p => p.FindTold(c)).OfType<RunEvent>()))
        {
            var recalled = CaseStages.Recall(happened, judge, known, isSame: false);
            totals = totals.Plus(recalled);
            yield return recalled;
        }

        var givenUp = _parts.Select(p => p.GivenUp).FirstOrDefault(r => r is not null);
        yield return new RunEvent.RunFinished(totals, _parts.Max(p => p.Duration!.Value), Cancelled: false)
        {
            GivenUp = givenUp,
            Created = _parts.Sum(p => p.Created ?? p.Calls),
            Deviations = known.Outcomes(judge.Asked, givenUp is null),
            StrictDeviations = run.StrictDeviations,
            Asked = judge.Asked,
        };
    }

    // Each part has packed its own.
    private IEnumerable<CasePlan> CasesOf(RunPlan plan) =>
        plan.Listed.Concat(_parts.SelectMany(p => plan.PackedOf(ShardOf(p)).Select(r => r.Plan)));

    /// <exception cref="UnusableInputException">A case of the plan is told twice, or not at all.</exception>
    public void DemandEachCaseOnce(RunPlan plan)
    {
        var isWhole = _parts.All(p => p.GivenUp is null);
        foreach (var id in CasesOf(plan).Select(c => c.Id))
        {
            var tellers = _parts.Where(p => p.Tells(id)).Take(2).ToList();
            if (tellers is [var one, var other])
            {
                throw Refusal(
                    other,
                    $"the case {id} is told there and in {one.Folder}",
                    "merge parts as run --shard wrote them"
                );
            }

            if (tellers.Count == 0 && isWhole)
            {
                throw Refusal(
                    _parts.First(p => ShardOf(p).Holds(id)),
                    $"the case {id} is missing from the journal there",
                    "run that part again"
                );
            }
        }
    }

    // Where it was left to the parts to find out, one may have seen what another has not; some have sent nothing.
    private void DemandOnePolicy()
    {
        var judged = _parts.Where(p => p.Policy is not null).ToList();
        foreach (var part in judged)
        {
            Demand(
                part.Policy == judged[0].Policy,
                part,
                $"the run there was judged by the policy {part.Policy}, that in {judged[0].Folder} by "
                    + $"{judged[0].Policy}",
                $"name one for all parts with {SettingCatalogue.Policy.Option}"
            );
        }
    }

    private void DemandAllParts()
    {
        var shards = _parts.Select(p => (Part: p, Shard: ShardOf(p))).ToList();
        var count = shards[0].Shard.Count;
        var seen = new HashSet<int>();
        foreach (var (part, shard) in shards)
        {
            Demand(
                shard.Count == count && seen.Add(shard.Number),
                part,
                $"part {shard} does not go with the parts before it",
                "merge each part of one division once"
            );
        }

        var missing = Enumerable.Range(1, count).Where(n => !seen.Contains(n)).ToList();
        Demand(
            missing.Count == 0,
            _parts[^1],
            $"part {string.Join(", ", missing.Take(5))} of {count} is missing",
            "name the folders of all parts"
        );
    }

    private static Shard ShardOf(JournalContent part) =>
        part.Header.Settings.TryGetValue(SettingCatalogue.Shard.Key, out var text) && Shard.Parse(text) is { } shard
            ? shard
            : new Shard(1, 1);

    private static void DemandSame(
        JournalContent first,
        JournalContent part,
        string what,
        Func<JournalContent, string> get
    ) =>
        Demand(
            get(first) == get(part),
            part,
            $"the run there has another {what} than that in {first.Folder}",
            "merge the parts of one run"
        );

    private static void Demand(bool holds, JournalContent part, string problem, string hint)
    {
        if (!holds)
        {
            throw Refusal(part, problem, hint);
        }
    }

    private static UnusableInputException Refusal(JournalContent part, string problem, string hint) =>
        new("parts-not-of-one-run", SafeText.Of(problem), part.Folder, hint);
}
