using System.Collections.Concurrent;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>
/// Runs trials with the stages of an ordinary run. The cases of a seed are made and proven once for all its trials.
/// </summary>
internal sealed class TrialRunner(TimeProvider time)
{
    // Opens nothing anywhere.
    private const string OtherKey = "other-demo-key-not-a-secret";

    private readonly ConcurrentDictionary<
        (ulong Seed, bool IsOfKeptCalls),
        Lazy<(RunPlan Plan, IReadOnlyList<CasePlan> Cases)>
    > _material = new();

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<TrialResult> RunAsync(Trial trial, CancellationToken cancellation)
    {
        var (plan, cases) = _material
            .GetOrAdd((trial.Seed, trial.IsOfKeptCalls), m => new(() => Prepare(m.Seed, m.IsOfKeptCalls)))
            .Value;
        var tally = new TrialTally(trial, time);
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions
            {
                Mode = trial.Mode,
                Defects = trial.Defect is { } defect ? [defect.Name] : [],
                TimeProvider = time,
                Seed = trial.Seed,
                KeepsCalls = trial.IsOfKeptCalls,
                OtherApiKey = trial.IsOfKeptCalls ? OtherKey : null,
            },
            cancellation
        );
        var usual = plan.For(provider.BaseUrl, ProviderOptions.DemoApiKey);
        var options = usual with
        {
            Cases = cases,
            Guard = _ => null,
            ReduceAtMost = 0,
            Judging = trial.Demands.AddTo(usual.Judging) with { Policy = trial.Policy },
        };
        await foreach (var happened in new ConformanceRun(options, time).ExecuteAsync(cancellation))
        {
            tally.OnEvent(happened);
            if (tally.IsDecided)
            {
                break;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return tally.Result();
    }

    private static (RunPlan Plan, IReadOnlyList<CasePlan> Cases) Prepare(ulong seed, bool isOfKeptCalls)
    {
        var plan = RunPlan.Read(
            isOfKeptCalls
                ? new ConformanceOptions
                {
                    Seed = seed,
                    Description = Path.Combine(DocumentedExamples.ShippedFixtures, Trial.KeptCalls),
                    OtherApiKey = OtherKey,
                }
                : new ConformanceOptions { Seed = seed }
        );
        var cases = plan.Cases.Select(c => c.Make()).ToList();
        return cases.Select(plan.Contradiction).FirstOrDefault(c => c is not null) is { } contradiction
            ? throw new InvalidOperationException($"With seed {seed} a case is {contradiction}.")
            : (plan, cases.ConvertAll(CasePlan.Of));
    }
}
