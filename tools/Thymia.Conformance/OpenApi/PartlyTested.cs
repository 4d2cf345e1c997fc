namespace Thymia.Conformance.OpenApi;

/// <summary>Operations that are tested but for some part, which a fault or a media type keeps from being.</summary>
internal sealed class PartlyTested(FaultReach reach, IReadOnlyList<Fault> faults)
{
    private readonly AnswerFaults _answers = new(reach, faults);
    private readonly List<(string Operation, string Part, string Step, Fault Fault)> _found = [];

    /// <summary>What was passed over in the operations seen so far.</summary>
    public IReadOnlyList<(string Operation, string Part, string Step, Fault Fault)> Found => _found;

    /// <summary>The operation without what cannot be judged.</summary>
    public Operation Of(Operation operation)
    {
        if (operation.UntestedMediaTypes.Count > 0)
        {
            var types = string.Join(" or ", operation.UntestedMediaTypes);
            var place = JsonPointer.Append(operation.Pointer + "/requestBody/content", operation.UntestedMediaTypes[0]);
            _found.Add(
                (
                    operation.Name,
                    "the body",
                    $"tested as {types}",
                    new Fault(
                        place,
                        "media-type-not-tested",
                        $"no request of {types} is written",
                        "test it by other means"
                    )
                )
            );
        }

        return _answers.Apply(operation, (part, fault) => _found.Add((operation.Name, part, "judged", fault)));
    }
}
