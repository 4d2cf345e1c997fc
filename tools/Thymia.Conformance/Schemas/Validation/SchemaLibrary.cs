using System.Collections.Concurrent;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>All schemas of a description, each compiled once for each direction it is asked for.</summary>
public sealed class SchemaLibrary
{
    private readonly ApiDescription _description;
    private readonly ConcurrentDictionary<(string Pointer, Direction Direction), PayloadSchema> _schemas = new();
    private readonly SchemaRemarks _remarks;
    private readonly SchemaReader _requests;
    private readonly SchemaReader _answers;

    /// <summary>Reads the schemas of requests as they are written.</summary>
    internal SchemaReader Reader => _requests;

    public SchemaLibrary(ApiDescription description)
    {
        _description = description;
        var resources = new SchemaResources(description);
        _remarks = new SchemaRemarks(description, Dialect.Of(description.Document));
        _requests = new SchemaReader(description, resources, _remarks, Direction.Request);
        _answers = new SchemaReader(description, resources, _remarks, Direction.Answer);
    }

    /// <summary>What is worth a second look in the schemas read so far: sentences, each with its line where it has
    /// one.</summary>
    public IEnumerable<string> Remarks => _remarks.All;

    /// <summary>The schema at a JSON Pointer of the description, as it governs what goes that way.</summary>
    /// <exception cref="UnusableInputException">It, or a schema it leads to, states what cannot be judged.</exception>
    public PayloadSchema At(string pointer, Direction direction = Direction.Request) =>
        _schemas.GetOrAdd((pointer, direction), key =>
        {
            var reader = key.Direction == Direction.Request ? _requests : _answers;
            return new PayloadSchema(reader.Node(key.Pointer), SchemaEngine.Compile(reader, _description, key.Pointer));
        });

    /// <summary>Compiles every schema of an operation, so that none is found wanting while a run goes on.</summary>
    /// <exception cref="UnusableInputException">One of them states what cannot be judged.</exception>
    public void Prepare(Operation operation)
    {
        foreach (var pointer in operation.Parameters.Select(p => p.SchemaPointer).Append(operation.Body?.SchemaPointer))
        {
            _ = pointer is null ? null : At(pointer);
        }

        var answers = operation.Responses.SelectMany(r =>
            r.Contents.Where(c => MediaTypes.IsJudged(c.Key))
                .Select(c => c.Value)
                .Concat(r.Headers.Select(h => h.SchemaPointer))
        );
        foreach (var pointer in answers)
        {
            _ = pointer is null ? null : At(pointer, Direction.Answer);
        }
    }
}
