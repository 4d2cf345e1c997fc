namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Whether a run ends with cases that reached nobody: a provider that has gone away has not shown that the rest of the
/// contract is honoured.
/// </summary>
internal sealed class FinalSilence
{
    private const int MinCases = 3;

    private int _unreached;
    private string? _failure;

    /// <summary>Why the rest of the cases says nothing, as a clause; null where the last ones were answered.</summary>
    public string? Reason => _unreached >= MinCases ? $"the provider went away: {_failure}" : null;

    public void Observe(IReadOnlyList<RunEvent> happened)
    {
        foreach (var exchange in happened.OfType<RunEvent.CaseJudged>().Select(j => j.Exchange))
        {
            if (exchange is { Unreachable: true })
            {
                _unreached++;
                _failure = exchange.Failure;
            }
            else if (exchange is not null)
            {
                _unreached = 0;
            }
        }
    }
}
