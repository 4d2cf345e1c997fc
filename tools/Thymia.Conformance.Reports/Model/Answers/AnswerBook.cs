using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>All answers of a run, counted while it happens; of each kind one example stays.</summary>
public sealed class AnswerBook
{
    private readonly Dictionary<AnswerClass, AnswerTally> _kinds = [];
    private readonly Dictionary<(string Operation, string Status), ResponseTally> _responses = [];

    private readonly OrderedDictionary<string, ResponseSightings> _sightings = new(StringComparer.Ordinal);

    /// <summary>The kinds that occurred, in the order of <see cref="AnswerClass"/>.</summary>
    public IReadOnlyList<AnswerTally> Kinds => [.. _kinds.Values.OrderBy(k => k.Kind)];

    /// <summary>
    /// What came under a documented status, such as <c>200</c> or <c>4XX</c>; null where nothing did.
    /// </summary>
    public ResponseTally? Response(string operation, string status) =>
        _responses.GetValueOrDefault((operation, status));

    /// <summary>Every documented status and media type of the operations that had a case.</summary>
    public IReadOnlyList<ResponseCoverage> Responses => [.. _sightings.Values.SelectMany(s => s.Coverage())];

    internal void Add(RunEvent.CaseJudged judged)
    {
        var name = judged.Case.Operation.Name;
        if (!_sightings.TryGetValue(name, out var sightings))
        {
            _sightings[name] = sightings = new ResponseSightings(judged.Case.Operation);
        }

        sightings.Add(judged);
        if (judged.Exchange is not { } exchange)
        {
            return;
        }

        var kind = AnswerClasses.Of(judged.Case, exchange);
        var tally = _kinds.TryGetValue(kind, out var known) ? known : _kinds[kind] = new AnswerTally(kind);
        tally.Add(exchange);
        var operation = judged.Case.Operation;
        if (exchange.Answer is { Status: var status } && operation.ResponseFor(status) is { } documented)
        {
            var key = (operation.Name, documented.Status);
            (_responses.TryGetValue(key, out var response) ? response : _responses[key] = new ResponseTally()).Add(
                judged
            );
        }
    }
}
