using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Sequences;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>
/// One provider for all tests: the configured one, or one that is started and runs while they do. Every case is sent
/// once, whoever asks for it, and reported at the end whatever became of the tests.
/// </summary>
/// <param name="planned">What is tested.</param>
/// <param name="apiKey">The key to send; null sends none.</param>
/// <param name="start">Starts a provider where none is configured; null where one always is.</param>
/// <param name="pacts">Makes what records pacts; null records none.</param>
internal sealed class ProviderSession(
    PlannedSuite planned,
    Func<SuitePlan, string?> apiKey,
    Func<SuitePlan, string?, CancellationToken, Task<StartedProvider>>? start = null,
    Func<SuitePlan, ISessionPacts>? pacts = null
) : IAsyncLifetime
{
    // What a test run that was stopped ends with.
    private const int Broken = 1;

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<RunEvent>>> _judged = new(StringComparer.Ordinal);
    private int _diagnosed;
    private IReadOnlyList<PosixSignalRegistration> _signals = [];
    private ParentWatch? _parent;
    private Lazy<Task>? _policy;
    private StartedProvider? _started;
    private SessionReports? _reports;
    private RunOptions? _options;
    private Replayer? _replayer;
    private Func<int>? _created;
    private Func<int>? _requests;
    private CaseStages? _stages;
    private Judge? _judge;
    private KnownDeviations? _known;
    private IReadOnlyList<LeftThing> _left = [];
    private ArrivalGate? _gate;

    /// <summary>Where requests go.</summary>
    public Uri BaseUrl => _options!.Replay.BaseUrl;

    /// <summary>Why nothing is sent any more, as a clause; null while something is.</summary>
    public string? GivenUp => _gate!.GivenUp;

    public SessionReports Reports => _reports!;

    public RunOptions Run => _options!;

    /// <summary>The id of every check, with the number of answers so far that it applied to.</summary>
    public IReadOnlyDictionary<string, int> Asked => _judge!.Asked;

    /// <summary>What became so far of what is known to deviate.</summary>
    public IReadOnlyList<DeviationOutcome> Deviations => _known!.Outcomes(Asked, whole: GivenUp is null);

    public ReplayCommand Reproduction =>
        ReplayCommand.Of(Plan.Options, _started is not null) with
        {
            Program = SuitePlan.Program,
        };

    public SuitePlan Plan => planned.Plan;

    public async ValueTask InitializeAsync()
    {
        if (planned.Unusable is not null)
        {
            return;
        }

        var configured = Plan.Options;
        var key = apiKey(Plan);
        if (configured.BaseUrl is null)
        {
            _started = await start!(Plan, key, _stop.Token);
        }

        _policy = new(ChoosePolicyAsync);
        _options = Plan.Run.For(configured.BaseUrl ?? _started!.BaseUrl, key);
        var replayer = new Replayer(_options.Replay, _time);
        _replayer = replayer;
        _created = () => replayer.Created;
        _requests = () => replayer.Sent;
        _judge = new Judge(Plan.Run.Library, _options.Judging);
        _known = new KnownDeviations(_options.Deviations, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        _stages = new CaseStages(_options, _replayer, _judge, _known, _time);
        _gate = new ArrivalGate(_options.Replay.Concurrency, e => KeyRefusal.Of(e, _options.Judging));
        _reports = new SessionReports(Plan, BaseUrl, key, _time, pacts?.Invoke(Plan));
        _reports.Begin();

        // A test host that is stopped does not dispose of its fixtures.
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s =>
                PosixSignalRegistration.Create(s, _ => FinishAsync(cancelled: true).GetAwaiter().GetResult())
            ),
        ];
        _parent = new ParentWatch(_time, () =>
        {
            FinishAsync(cancelled: true).GetAwaiter().GetResult();
            Environment.Exit(Broken);
        });
    }

    /// <summary>What became of a case; it is sent when it is first asked for.</summary>
    /// <param name="cancellation">Of the asking test; the case goes on for others.</param>
    public Task<RunEvent> JudgeAsync(CasePlan plan, CancellationToken cancellation) =>
        _judged.GetOrAdd(plan.Id, _ => new(() => SendAsync(plan))).Value.WaitAsync(cancellation);

    /// <summary>What became of several cases, as many at once as are allowed.</summary>
    public Task<RunEvent[]> JudgeAsync(IEnumerable<CasePlan> plans, CancellationToken cancellation) =>
        Task.WhenAll(plans.Select(p => JudgeAsync(p, cancellation)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_replayer is not null)
        {
            _left = _stages is null ? [] : await _stages.CleanUpAsync(mayBeSent: true, CancellationToken.None);
            await _replayer.DisposeAsync();
            await FinishAsync(TestContext.Current.CancellationToken.IsCancellationRequested);
        }

        _parent?.Dispose();
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        if (_started is not null)
        {
            await _started.Server.DisposeAsync();
        }

        _stages?.Dispose();
        _reports?.Dispose();
        _gate?.Dispose();
        _stop.Dispose();
    }

    // Before the first case, whichever test asks for it.
    private async Task ChoosePolicyAsync() => Reports.Record(await _stages!.ChoosePolicyAsync(_stop.Token));

    private async Task<RunEvent> SendAsync(CasePlan plan)
    {
        await _policy!.Value;
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
            if (
                happened is RunEvent.CaseJudged { Exchange: { } exchange } judged
                && (_gate.Doubt(testCase, exchange) ?? await ImpossibleAsync(exchange)) is { } doubt
            )
            {
                happened = judged with { Verdict = new Verdict.Inconclusive(doubt) };
            }

            Reports.Record(happened);
            return happened;
        }
        finally
        {
            _gate.Leave(happened as RunEvent.CaseJudged);
        }
    }

    // The first answer shows what to suspect; until it has come, nothing else is under way.
    private async Task<string?> ImpossibleAsync(Exchange exchange)
    {
        if (exchange.Answer is null || Interlocked.Exchange(ref _diagnosed, 1) == 1)
        {
            return null;
        }

        var reason = await _stages!.DiagnoseAsync(exchange, _stop.Token);
        if (reason is not null)
        {
            _gate!.GiveUp(reason);
        }

        return reason;
    }

    private Task FinishAsync(bool cancelled) =>
        Reports.FinishAsync(
            new RunEvent.RunFinished(RunTotals.None, TimeSpan.Zero, cancelled)
            {
                GivenUp = GivenUp,
                Requests = _requests?.Invoke(),
                Created = _created?.Invoke(),
                Deviations = Deviations,
                StrictDeviations = Plan.Options.StrictDeviations,
                Asked = Asked,
                Left = _left,
            },
            Reproduction
        );
}
