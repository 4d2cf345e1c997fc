using System.Collections.Concurrent;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Requests that a consumer would send, for what is no case: to create what a case needs, to read it, to delete it.
/// The same seed gives the same ones.
/// </summary>
public sealed class OrdinaryRequests(SchemaLibrary library, Seed seed)
{
    private readonly ConcurrentDictionary<string, OperationShape?> _shapes = new(StringComparer.Ordinal);

    /// <summary>A valid request; null where none can be made.</summary>
    /// <param name="number">Which of them: each has values of its own.</param>
    /// <param name="isWhole">Whether it has every optional property of its body, rather than none.</param>
    public CaseRequest? Make(Operation operation, int number, bool isWhole)
    {
        if (_shapes.GetOrAdd(operation.Name, _ => ShapeOf(operation)) is not { } shape)
        {
            return null;
        }

        var draw = new Draw(seed, seed.Derive(shape.Slug, "sequence").Derive(number));
        try
        {
            return shape.Body is null
                ? new RequestFactory(shape).Make(draw, (ReadOnlyMemory<byte>?)null)
                : new RequestFactory(shape).Make(
                    draw,
                    shape.Values.Make(shape.Body.Root, new Recipe { Draw = draw, Includes = _ => isWhole })
                );
        }
        catch (NothingFitsException)
        {
            return null;
        }
    }

    private OperationShape? ShapeOf(Operation operation)
    {
        try
        {
            var shape = new OperationShape(operation, library, DocumentedExamples.For(operation, library))
            {
                PathMethods = new HashSet<string>(),
            };
            return shape.Values.Problem() is null && shape.Parameters.All(p => p.IsWritable) ? shape : null;
        }
        catch (UnusableInputException)
        {
            return null;
        }
    }
}
