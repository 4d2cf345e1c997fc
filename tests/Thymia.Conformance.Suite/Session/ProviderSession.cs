using System.Collections.Concurrent;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Suite.Session;
using Thymia.Provider;

[assembly: AssemblyFixture(typeof(ProviderSession))]

namespace Thymia.Conformance.Suite.Session;

/// <summary>
/// One provider for all tests: the configured one, or the embedded one while the tests run. Every case is sent once,
/// whoever asks for it, and reported at the end whatever became of the tests.
/// </summary>
public sealed class ProviderSession : IAsyncLifetime
{
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<RunEvent>>> _judged = new(StringComparer.Ordinal);
    private readonly Lock _recording = new();
    private readonly Lazy<PactSession> _pacts = new(() => new PactSession(Plan));
    private ReferenceProvider? _embedded;
    private RunReports? _reports;
    private RunOptions? _options;
    private Replayer? _replayer;
    private CaseStages? _stages;
    private Judge? _judge;
    private KnownDeviations? _known;
    private ArrivalGate? _gate;
    private long _start;

    /// <summary>Where requests go.</summary>
    public Uri BaseUrl => _options!.Replay.BaseUrl;

    /// <summary>Why nothing is sent any more, as a clause; null while something is.</summary>
    internal string? GivenUp => _gate!.GivenUp;

    internal PactSession Pacts => _pacts.Value;

    internal RunOptions Run => _options!;

    /// <summary>What became so far of what is known to deviate.</summary>
    internal IReadOnlyList<DeviationOutcome> Deviations => _known!.Outcomes(_judge!.Asked, whole: GivenUp is null);

    internal ReplayCommand Reproduction =>
        ReplayCommand.Of(Plan.Options, _embedded is not null) with { Program = SuitePlan.Program };

    private static SuitePlan Plan => SuitePlan.Current;

    public async ValueTask InitializeAsync()
    {
        var configured = Plan.Options;
        var key = configured.ApiKey ?? (configured.IsLocal ? ProviderOptions.DemoApiKey : null);
        if (configured.BaseUrl is null)
        {
            _embedded = await ReferenceProvider.StartAsync(new ProviderOptions { ApiKey = key! }, _stop.Token);
        }

        _options = Plan.Run.For(configured.BaseUrl ?? _embedded!.BaseUrl, key);
        _replayer = new Replayer(_options.Replay, _time);
        _judge = new Judge(Plan.Run.Library, _options.Judging);
        _known = new KnownDeviations(_options.Deviations, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        _stages = new CaseStages(_options, _replayer, _judge, _known);
        _gate = new ArrivalGate(_options.Replay.Concurrency);
        _start = _time.GetTimestamp();
        _reports = new RunReports(configured, key, SuitePlan.Version);
        _reports.Hear(new RunEvent.RunStarted(
            Plan.Run.Description, BaseUrl, Plan.Run.Seed, Plan.Run.Total, _time.GetUtcNow())
        {
            Constraints = Plan.Run.Constraints,
        });
    }

    /// <summary>What became of a case; it is sent when it is first asked for.</summary>
    /// <param name="cancellation">Of the asking test; the case goes on for others.</param>
    internal Task<RunEvent> JudgeAsync(CasePlan plan, CancellationToken cancellation) =>
        _judged.GetOrAdd(plan.Id, _ => new(() => SendAsync(plan))).Value.WaitAsync(cancellation);

    /// <summary>What became of several cases, as many at once as are allowed.</summary>
    internal Task<RunEvent[]> JudgeAsync(IEnumerable<CasePlan> plans, CancellationToken cancellation) =>
        Task.WhenAll(plans.Select(p => JudgeAsync(p, cancellation)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_replayer is not null)
        {
            await _replayer.DisposeAsync();
            await ReportAsync();
        }

        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }

        _reports?.Dispose();
        _gate?.Dispose();
        _stop.Dispose();
    }

    private async Task<RunEvent> SendAsync(CasePlan plan)
    {
        await _gate!.EnterAsync(_stop.Token);
        RunEvent? happened = null;
        try
        {
            var testCase = plan.Make();
            if (_gate.GivenUp is { } reason)
            {
                return new RunEvent.CaseJudged(testCase, null, new Verdict.Inconclusive(reason));
            }

            happened = await _stages!.RunAsync(testCase, _stop.Token);
            lock (_recording)
            {
                _reports!.Hear(happened);
            }

            Pacts.Hear(happened);

            return happened;
        }
        finally
        {
            _gate.Leave((happened as RunEvent.CaseJudged)?.Exchange);
        }
    }

    private async Task ReportAsync()
    {
        if (_reports is not { Record: { Totals: { Cases: > 0 } totals } })
        {
            return;
        }

        _reports.Hear(new RunEvent.RunFinished(totals, _time.GetElapsedTime(_start), false)
        {
            GivenUp = GivenUp,
            Deviations = Deviations,
            Asked = _judge!.Asked,
        });
        await _reports.WriteAsync(Reproduction);
        _reports.AppendStepSummary(SuitePlan.StepSummary, Reproduction);
    }
}
