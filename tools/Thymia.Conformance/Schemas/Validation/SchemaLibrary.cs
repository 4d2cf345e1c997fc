using System.Collections.Concurrent;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>All schemas of a description, each compiled once.</summary>
public sealed class SchemaLibrary(ApiDescription description)
{
    private readonly ConcurrentDictionary<string, PayloadSchema> _schemas = new(StringComparer.Ordinal);
    private readonly SchemaReader _reader = new(description);

    /// <summary>The schema at a JSON Pointer of the description.</summary>
    /// <exception cref="UnusableInputException">It, or a schema it leads to, states what cannot be judged.</exception>
    public PayloadSchema At(string pointer) => _schemas.GetOrAdd(
        pointer,
        p => new PayloadSchema(_reader.Node(p), SchemaEngine.Compile(_reader, description, p)));

    /// <summary>Compiles every schema of an operation, so that none is found wanting while a run goes on.</summary>
    /// <exception cref="UnusableInputException">One of them states what cannot be judged.</exception>
    public void Prepare(Operation operation)
    {
        var contents = operation.Responses.SelectMany(r => r.Contents).Where(c => MediaTypes.IsJson(c.Key));
        var pointers = operation.Parameters.Select(p => p.SchemaPointer).Append(operation.Body?.SchemaPointer);
        foreach (var pointer in pointers.Concat(contents.Select(c => c.Value)))
        {
            _ = pointer is null ? null : At(pointer);
        }
    }
}
