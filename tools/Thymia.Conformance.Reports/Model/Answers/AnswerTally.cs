namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>The answers of one kind: how many, with which statuses, how fast.</summary>
public sealed class AnswerTally(AnswerClass kind)
{
    private readonly SortedDictionary<int, int> _statuses = [];

    public AnswerClass Kind { get; } = kind;

    /// <summary>Status to count; empty where nobody answered.</summary>
    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public LatencyTally Latency { get; } = new();

    internal void Add(Replay.Exchange exchange)
    {
        Latency.Add(exchange.Duration);
        if (exchange.Answer is { Status: var status })
        {
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        }
    }
}
