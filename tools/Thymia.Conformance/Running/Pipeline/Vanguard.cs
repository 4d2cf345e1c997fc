using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// The first requests of a run, sent one by one: probes that show the framework, then cases. Where nobody answers, the
/// key is refused, or every path is unknown, that is so for all the others, and the run ends with that.
/// </summary>
internal sealed class Vanguard(CaseStages stages, PolicyChoice policy, RunOptions options)
{
    private const int MaxCases = 30;
    private const int Patience = 3;

    private readonly List<CaseAttempt> _sent = [];
    private readonly ProviderProbing _probing = new(policy, options.FrameworkProbes, options.Past.ProbeStatuses);
    private readonly ProviderDiagnosis _diagnosis = new(options.OperationProbes, stages.AskAsync, options.Judging);
    private Impossibility? _impossible;
    private bool _isDiagnosed;
    private bool _isPastKey;

    /// <summary>Why it was given up, where that is for the key alone.</summary>
    public string? KeyRefused { get; private set; }

    /// <summary>What to change where it was given up; null where nothing is known.</summary>
    public string? Hint => _impossible?.Hint;

    private IEnumerable<Exchange> Exchanges => _probing.Sent.Concat(_sent.Select(s => s.Exchange!));

    private string? NobodyThere =>
        Exchanges.FirstOrDefault() is { Unreachable: true } first ? first.Failure
        : Exchanges.Count() >= Patience && Exchanges.All(IsUnanswered) ? Unjudgeable.ReasonFor(Exchanges.First())
        : null;

    private bool IsPastKey =>
        _isPastKey
        || _sent.Exists(s =>
            s.Exchange! is { Answer: not null, Request: { CarriesKey: true, Key: KeyUse.Configured } }
            && stages.KeyRefusal(s.Exchange!) is null
        );

    private bool IsKeyInDoubt => !IsPastKey && _sent.Exists(s => stages.KeyRefusal(s.Exchange!) is not null);

    private List<string> Refusals =>
        IsPastKey
            ? []
            :
            [
                .. _sent
                    .Where(s => KeyRefusal.IsCertain(s.Case, s.Exchange!))
                    .Select(s => stages.KeyRefusal(s.Exchange!))
                    .OfType<string>(),
            ];

    private bool IsDone =>
        NobodyThere is not null
        || _impossible is not null
        || _sent.Count >= MaxCases
        || Refusals.Count >= Patience
        || (_sent.Exists(s => !IsUnanswered(s.Exchange!)) && !IsKeyInDoubt);

    /// <summary>
    /// Chooses the policy and takes cases until it has seen enough; reports the policy and their verdicts. Why the run
    /// must give up, as a clause; null where it need not.
    /// </summary>
    public async Task<string?> RunAsync(
        IEnumerator<CasePlan> cases,
        Func<RunEvent, ValueTask> report,
        CancellationToken cancellation
    )
    {
        try
        {
            await _probing.ChooseAsync(stages.AskAsync, cancellation);
            while (!IsDone && cases.MoveNext())
            {
                await HandleAsync(stages.Check(stages.Make(cases.Current)), report, cancellation);
            }
        }
        finally
        {
            // What was sent is reported even when the run is being cancelled.
            KeyRefused = Refusals is [var first, ..] ? first : null;
            await ReportAsync(report);
        }

        return NobodyThere ?? _impossible?.Reason ?? KeyRefused;
    }

    private async Task ReportAsync(Func<RunEvent, ValueTask> report)
    {
        policy.Settle();
        var chosen = _probing.Chosen;
        if (Exchanges.Any())
        {
            options.Journal?.Chosen(chosen);
        }

        await report(chosen);
        foreach (var sent in _sent)
        {
            await ReportAsync(sent, report);
        }
    }

    private async Task HandleAsync(
        CaseAttempt attempt,
        Func<RunEvent, ValueTask> report,
        CancellationToken cancellation
    )
    {
        if (attempt.Unsent is { } reason)
        {
            await ReportAsync(reason, report);
            return;
        }

        var sent = await stages.SendWithSequelAsync(attempt, cancellation);
        if (sent.Exchange is not { } exchange)
        {
            await ReportAsync(sent.Unsent!, report);
            return;
        }

        _sent.Add(sent);
        await DiagnoseAsync(sent.Case, exchange, cancellation);
    }

    // The first answer shows what to suspect; refusals of the key are believed once there are some.
    private async Task DiagnoseAsync(TestCase testCase, Exchange exchange, CancellationToken cancellation)
    {
        if (!_isDiagnosed && exchange.Answer is not null)
        {
            _isDiagnosed = true;
            _impossible = await _diagnosis.OfAsync(exchange, cancellation);
        }

        if (Refusals.Count == Patience)
        {
            _isPastKey = !await _diagnosis.IsKeyRefusedByOthersAsync(testCase.Operation.Name, cancellation);
        }
    }

    private static bool IsUnanswered(Exchange exchange) => Unjudgeable.ReasonFor(exchange) is not null;

    // What is so for every request says nothing of the case, which is to be sent once that is mended.
    private ValueTask ReportAsync(CaseAttempt sent, Func<RunEvent, ValueTask> report) =>
        KeyRefused is not null && stages.KeyRefusal(sent.Exchange!) is { } refused
            ? ReportAsync(Unjudged(sent, refused), report)
        : _impossible is { } impossible ? ReportAsync(Unjudged(sent, impossible.Reason), report)
        : ReportJudgedAsync(stages.Judged(sent), report);

    // Where the run goes on, the end of it shows whether no answer was chance.
    private ValueTask ReportJudgedAsync(RunEvent judged, Func<RunEvent, ValueTask> report) =>
        NobodyThere is null && stages.Keeps(judged) ? ValueTask.CompletedTask : ReportAsync(judged, report);

    private static RunEvent.CaseJudged Unjudged(CaseAttempt sent, string reason) =>
        new(sent.Case, sent.Exchange, new Verdict.Inconclusive(reason)) { KeyRefused = true };

    private ValueTask ReportAsync(RunEvent happened, Func<RunEvent, ValueTask> report)
    {
        options.Journal?.Judged([happened]);
        return report(happened);
    }
}
