using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Model.Answers;
using Thymia.Conformance.Reports.Model.Causes;
using Thymia.Conformance.Reports.Model.Coverage;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model;

/// <summary>What reports need of a run, gathered while it happens. Of a passed case only the count stays.</summary>
public sealed class RunRecord : IRunListener
{
    private const int MostFailed = 5_000;
    private readonly List<ReportedFinding> _findings = [];
    private readonly List<CaseRemark> _remarks = [];
    private readonly Dictionary<(string Operation, string Place, string Keyword), PlaceRecord> _places = [];
    private readonly Dictionary<string, RunEvent.CaseJudged> _failed = new(StringComparer.Ordinal);
    private readonly CommonCauses _causes = new();
    private readonly AcceptanceRecord _acceptance = new();
    private IReadOnlyList<FindingGroup>? _groups;

    /// <summary>Null before the run has begun.</summary>
    public RunEvent.RunStarted? Started { get; private set; }

    /// <summary>The checks that answers are put to, in the order of asking.</summary>
    public IReadOnlyList<CheckDescription> Checks => Started?.Checks ?? CheckCatalogue.All;

    /// <summary>The check that a finding names.</summary>
    public CheckDescription CheckOf(string id) =>
        Checks.FirstOrDefault(c => c.Id == id)
        ?? CheckCatalogue.Find(id)
        ?? throw new ArgumentException($"There is no check '{id}'.", nameof(id));

    /// <summary>Null before the run has ended.</summary>
    public RunEvent.RunFinished? Finished { get; private set; }

    /// <summary>By which policy answers were judged; null where nobody has said.</summary>
    public RunEvent.PolicyChosen? Policy { get; private set; }

    /// <summary>Each constraint and each way in which it was tried.</summary>
    public ConstraintMap Map { get; } = new();

    /// <summary>The answers, counted by kind and by what documents them.</summary>
    public AnswerBook Answers { get; } = new();

    /// <summary>The counts so far.</summary>
    public RunTotals Totals { get; private set; } = RunTotals.None;

    /// <summary>
    /// What to say first: of each operation none of whose valid requests was accepted, what was tried.
    /// </summary>
    public IReadOnlyList<string> Unaccepted => _acceptance.Unaccepted;

    /// <summary>Requests of probes and cases that went out.</summary>
    public int Sent { get; private set; }

    /// <summary>All requests that went out, as far as the run has counted them.</summary>
    public int Requests => Finished?.Requests ?? Sent;

    /// <summary>By case id, and within a case in the order of the checks.</summary>
    public IReadOnlyList<ReportedFinding> Findings =>
        [.. _findings.OrderBy(f => f.Finding.CaseId, StringComparer.Ordinal)];

    /// <summary>The findings by cause, the most frequent first.</summary>
    public IReadOnlyList<FindingGroup> Groups => _groups ??= FindingGroup.Of(Findings, _causes);

    /// <summary>The exchange that led to a finding; null where it is not among those that are kept.</summary>
    internal RunEvent.CaseJudged? ExchangeOf(ReportedFinding finding) =>
        _failed.GetValueOrDefault(finding.Finding.CaseId);

    /// <summary>Cases that neither passed nor failed, and what was remarked of others, by id.</summary>
    public IReadOnlyList<CaseRemark> Remarks => [.. _remarks.OrderBy(r => r.CaseId, StringComparer.Ordinal)];

    /// <summary>
    /// 0 passed, 1 broken or strictly out of date, 3 inconclusive; a run that was stopped has not
    /// shown that the contract is honoured.
    /// </summary>
    public int ExitCode =>
        Totals.ExitCode != 0 ? Totals.ExitCode
        : Finished is not { Cancelled: false, GivenUp: null } ? 3
        : Finished.StrictDeviations && Gone.Count > 0 ? 1
        : 0;

    /// <summary>What became of each known deviation; none before the run has ended.</summary>
    public IReadOnlyList<DeviationOutcome> Deviations => Finished?.Deviations ?? [];

    /// <summary>Known deviations that no longer occur, which strictness makes a failure.</summary>
    public IReadOnlyList<DeviationOutcome> Gone => [.. Deviations.Where(d => d.State == DeviationState.Fixed)];

    /// <summary>Cases that the run had no time for.</summary>
    public int NotReached { get; private set; }

    /// <summary>Requests that were sent again, since nothing could have come of them.</summary>
    public int Retries { get; private set; }

    /// <summary>Answers that asked for patience: 429, or 503 with Retry-After.</summary>
    public int Throttled { get; private set; }

    /// <summary>Which constraints were broken, in which ways, and judged.</summary>
    public RunCoverage Coverage { get; } = new();

    /// <summary>By operation, place and keyword.</summary>
    public IReadOnlyList<PlaceRecord> Places =>
        [
            .. _places
                .Values.OrderBy(p => p.Operation, StringComparer.Ordinal)
                .ThenBy(p => p.Place, StringComparer.Ordinal)
                .ThenBy(p => p.Keyword, StringComparer.Ordinal),
        ];

    public void OnEvent(RunEvent happened)
    {
        Totals = Totals.Plus(happened);
        Coverage.Add(happened);
        switch (happened)
        {
            case RunEvent.RunStarted started:
                Started = started;
                break;
            case RunEvent.PolicyChosen policy:
                Policy = policy;
                Sent += policy.ProbeStatuses.Count;
                Throttled += policy.Throttled;
                break;
            case RunEvent.RunFinished finished:
                Finished = finished;
                break;
            case RunEvent.CaseDiscarded discarded:
                _remarks.Add(CaseRemark.Of(discarded));
                PlaceOf(discarded.Case).Add(discarded);
                Map.Add(discarded);
                break;
            case RunEvent.CaseJudged judged:
                Add(judged.Kept());
                break;
            default:
                break;
        }
    }

    private PlaceRecord PlaceOf(TestCase testCase)
    {
        var key = (testCase.Operation.Name, testCase.Location.Display, testCase.Keyword);
        return _places.TryGetValue(key, out var place) ? place : _places[key] = new PlaceRecord(testCase);
    }

    private void Add(RunEvent.CaseJudged judged)
    {
        NotReached += judged.NotReached ? 1 : 0;
        PlaceOf(judged.Case).Add(judged);
        Map.Add(judged);
        if (judged.Within is null)
        {
            Count(judged);
        }

        _causes.Observe(judged);
        _acceptance.Observe(judged);
        _groups = null;
        _remarks.AddRange(judged.Remarks.Select(CaseRemark.Of));
        if (judged.Verdict is Verdict.Failed failed)
        {
            Keep(judged);
            _findings.AddRange(
                failed.Findings.Select(f =>
                    ReportedFinding.Of(f, judged.Case) with
                    {
                        Reduced = f.Check == failed.Findings[0].Check ? judged.Reduced : null,
                    }
                )
            );
        }
        else if (CaseRemark.Of(judged) is { } remark)
        {
            _remarks.Add(remark);
        }
    }

    // What a packed request got counts once.
    private void Count(RunEvent.CaseJudged judged)
    {
        Answers.Add(judged);
        Sent += judged.Exchange is null ? 0 : 1;
        Retries += judged.Exchange?.Retries ?? 0;
        Throttled += judged.Exchange?.Throttled ?? 0;
    }

    // Findings are held anyway; of their exchanges only as many as anyone will look at.
    private void Keep(RunEvent.CaseJudged judged)
    {
        if (_failed.Count < MostFailed)
        {
            _failed[judged.Case.Id] = judged;
        }
    }
}
