using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Generation;

/// <summary>An operation with all that generation needs to know of it, worked out once.</summary>
internal sealed class OperationShape
{
    public OperationShape(Operation operation, SchemaLibrary library, JsonNode? example)
    {
        Operation = operation;
        Library = library;
        Slug = $"{operation.Method.ToLowerInvariant()}-{string.Join('-', operation.Path.Split(
            ['/', '{', '}', '.', '_'], StringSplitOptions.RemoveEmptyEntries))}".ToLowerInvariant();
        Body = operation.Body is { } body ? library.At(body.SchemaPointer) : null;
        Sites = Body is null ? [] : [.. SchemaWalker.Walk(Body.Root)];
        Example = example ?? DocumentedExample(Body?.Root);
        Values = new ValueSource(Example);
        Parameters = [.. operation.Parameters.Where(p => p.SchemaPointer is not null)
            .Select(p => new ParameterShape(p, library.At(p.SchemaPointer!), JsonPointer.Parent(p.SchemaPointer!)))];
        RejectionStatus = Rejection(operation);
    }

    public Operation Operation { get; }

    public SchemaLibrary Library { get; }

    /// <summary>Methods documented on the same path.</summary>
    public required IReadOnlySet<string> PathMethods { get; init; }

    /// <summary>Starts the case ids: <c>post-v1-calls</c>.</summary>
    public string Slug { get; }

    /// <summary>The schema of the body; null where the operation takes none.</summary>
    public PayloadSchema? Body { get; }

    public IReadOnlyList<SchemaSite> Sites { get; }

    /// <summary>The documented example of the body; null where there is none.</summary>
    public JsonNode? Example { get; }

    public ValueSource Values { get; }

    public IReadOnlyList<ParameterShape> Parameters { get; }

    /// <summary>The status documented for invalid input: 422 where there is one, else 400, else any client error.</summary>
    public int? RejectionStatus { get; }

    private static int? Rejection(Operation operation) =>
        new int?[] { 422, 400 }.FirstOrDefault(s => operation.Responses.Any(r => r.Status == $"{s}"))
        ?? (operation.ResponseFor(422) is { Status: not "default" } ? 422 : null);

    private static JsonNode? DocumentedExample(SchemaNode? root) =>
        root?.Examples is [var first, ..] ? JsonNode.Parse(first.GetRawText()) : null;
}
