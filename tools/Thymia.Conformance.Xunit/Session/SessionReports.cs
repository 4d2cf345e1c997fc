using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>What the tests leave behind: reports, pacts, and exchanges to attach. Safe from many threads.</summary>
internal sealed class SessionReports(
    SuitePlan plan,
    Uri baseUrl,
    string? apiKey,
    TimeProvider time,
    ISessionPacts? pacts
) : IDisposable
{
    private readonly Lock _recording = new();
    private readonly Masking _masking = new(plan.Options.Mask ?? Masking.Usual, apiKey);
    private readonly RunReports _reports = new(plan.Options, apiKey, SuitePlan.Version);
    private readonly long _start = time.GetTimestamp();
    private readonly HashSet<string> _recorded = new(StringComparer.Ordinal);
    private Task? _finishing;
    private bool _hasContract;

    private bool IsWhole => !plan.Run.IsPart && plan.Enumerated.All(c => _recorded.Contains(c.Id));

    public void Begin() =>
        Record(
            new RunEvent.RunStarted(plan.Run.Description, baseUrl, plan.Run.Seed, plan.Run.Total, time.GetUtcNow())
            {
                Constraints = plan.Run.Constraints,
                LeftOut = plan.Run.LeftOut,
            }
        );

    /// <summary>Takes note of what happened, unless the reports have been written.</summary>
    public void Record(RunEvent happened)
    {
        lock (_recording)
        {
            if (_finishing is not null)
            {
                return;
            }

            _reports.OnEvent(happened);
            pacts?.OnEvent(happened);
            if (happened is RunEvent.CaseJudged judged)
            {
                _recorded.Add(judged.Case.Id);
            }
        }
    }

    /// <summary>
    /// The request and the answer of a case as a text that anyone may read; null where nothing was sent.
    /// </summary>
    public string? ExchangeOf(RunEvent happened) =>
        happened is RunEvent.CaseJudged { Exchange: not null } judged
            ? ExchangeText.Of(judged, baseUrl, _masking)
            : null;

    /// <summary>Writes <c>pacts/</c>; after all cases, since a part would replace the whole.</summary>
    public Task WriteContractAsync(CancellationToken cancellation)
    {
        _hasContract = true;
        return pacts?.WriteAsync(isPart: false, cancellation) ?? Task.CompletedTask;
    }

    /// <summary>Writes what there is, once, whatever became of the tests; nothing where nothing was judged.</summary>
    /// <param name="finished">How the run ended, but for its counts and its time.</param>
    public Task FinishAsync(RunEvent.RunFinished finished, ReplayCommand replay)
    {
        lock (_recording)
        {
            return _finishing ??= WriteAsync(finished, replay);
        }
    }

    public void Dispose() => _reports.Dispose();

    private async Task WriteAsync(RunEvent.RunFinished finished, ReplayCommand replay)
    {
        if (_recorded.Count == 0)
        {
            return;
        }

        _reports.OnEvent(finished with { Totals = _reports.Record.Totals, Duration = time.GetElapsedTime(_start) });
        await _reports.WriteAsync(replay);
        _reports.AppendStepSummary(SuitePlan.StepSummary, replay);
        if (!_hasContract && pacts is not null)
        {
            // Whoever chose some of the tests, or stopped them, still wants to see what
            // was recorded, but not as the contract.
            await pacts.WriteAsync(isPart: !IsWhole, CancellationToken.None);
        }
    }
}
