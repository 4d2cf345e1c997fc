using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// What a reference that leads nowhere does to the answers that lead to it: nobody knows what they demand, so they are
/// not judged, and that is said.
/// </summary>
internal sealed class AnswerFaults(FaultReach reach, IReadOnlyList<Fault> faults)
{
    private readonly IReadOnlyList<Fault> _faults =
    [
        .. faults.Where(f => f.Pointer.EndsWith("/$ref", StringComparison.Ordinal)),
    ];

    /// <summary>The operation with those answers left unjudged.</summary>
    /// <param name="found">Takes each part that is not judged, as it reads in a sentence, and its fault.</param>
    public Operation Apply(Operation operation, Action<string, Fault> found) =>
        _faults.Count == 0
            ? operation
            : operation with
            {
                Responses = [.. operation.Responses.Select(r => Apply(r, found))],
            };

    private DocumentedResponse Apply(DocumentedResponse response, Action<string, Fault> found)
    {
        if (_faults.FirstOrDefault(f => f.Pointer == response.Pointer + "/$ref") is { } whole)
        {
            found(AnswerParts.Whole(response), whole);
        }

        return AnswerParts.Keep(
            response,
            p => reach.From(p, _faults),
            header => reach.From(header.Pointer, _faults),
            found
        );
    }
}
