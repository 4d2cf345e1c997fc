using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Leaves out the schemas of answers that cannot be judged: such an answer stays without, and the requests are as they
/// are.
/// </summary>
internal sealed class JudgeableAnswers(SchemaLibrary library, List<LeftOutPart> leftOut)
{
    public Operation Of(Operation operation)
    {
        var responses = operation
            .Responses.Select(r =>
                AnswerParts.Keep(
                    r,
                    Obstacle,
                    h => h.SchemaPointer is { } p ? Obstacle(p) : null,
                    (part, fault) => leftOut.Add(new LeftOutPart(operation.Name, part, "judged", fault))
                )
            )
            .ToList();
        return operation with { Responses = responses };
    }

    private UnusableInputException? Obstacle(string pointer)
    {
        try
        {
            _ = library.At(pointer, Direction.Answer);
            return null;
        }
        catch (UnusableInputException e)
        {
            return e;
        }
    }
}
