using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Bodies;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Makes the requests of an operation.</summary>
internal sealed class RequestFactory(OperationShape shape)
{
    private static readonly Dictionary<ParameterShape, ParameterValue?> None = [];

    public CaseRequest Make(Draw draw, JsonNode? payload) => Make(draw, shape.Write(payload));

    /// <summary>The request with a body of another media type.</summary>
    public CaseRequest Make(Draw draw, RequestBody body)
    {
        var schema = shape.Library.At(body.SchemaPointer).Root;
        var payload = new ValueSource(null).Make(schema, new Recipe { Draw = draw });
        return Make(draw, BodyWriter.Write(body, payload, schema)) with
        {
            ContentType = BodyWriter.ContentTypeOf(body),
        };
    }

    /// <summary>The request with its required parameters and these bytes; without any where they are null.</summary>
    public CaseRequest Make(Draw draw, ReadOnlyMemory<byte>? body) => Make(draw, body, None);

    /// <summary>A request with an ordinary body, some of its parameters set or, where null, left out.</summary>
    public CaseRequest Make(Draw draw, IReadOnlyDictionary<ParameterShape, ParameterValue?> set)
    {
        // Null bytes would turn into an empty body, which is not the same as none.
        var body = shape.Body is { } schema
            ? shape.Write(shape.Values.Make(schema.Root, new Recipe { Draw = draw }))
            : default(ReadOnlyMemory<byte>?);
        return Make(draw, body, set);
    }

    /// <summary>The request with these bytes, and some of its parameters set or, where null, left out.</summary>
    public CaseRequest Make(
        Draw draw,
        ReadOnlyMemory<byte>? body,
        IReadOnlyDictionary<ParameterShape, ParameterValue?> set
    )
    {
        var request = new CaseRequest
        {
            Method = shape.Operation.Method,
            Target = shape.Operation.Path,
            ContentType =
                body is null || shape.Operation.Body is not { } taken ? null : BodyWriter.ContentTypeOf(taken),
            Body = body,
            KeyHeader = shape.Operation.Credentials.FirstOrDefault(c => c.In == "header")?.Header,
            Credentials = shape.Operation.Credentials,
            FurtherHeaders = shape.Operation.FurtherHeaders,
        };
        return shape.Parameters.Count == 0 ? request : WithParameters(request, draw, set);
    }

    private CaseRequest WithParameters(
        CaseRequest request,
        Draw draw,
        IReadOnlyDictionary<ParameterShape, ParameterValue?> set
    )
    {
        var values = (
            from parameter in shape.Parameters
            let value = set.TryGetValue(parameter, out var given) ? given
            : parameter.Parameter.Required ? parameter.Valid(draw)
            : null
            where value is not null
            select (parameter.Parameter, Value: value)
        ).ToList();
        return ParameterTarget.Write(request, shape.Operation.Path, values) with
        {
            PathValues =
            [
                .. values
                    .Where(v => v.Parameter.In == "path")
                    .OrderBy(v => PlaceInPath(v.Parameter))
                    .SelectMany(v => NamedTexts(v.Parameter, v.Value)),
            ],
        };
    }

    private int PlaceInPath(Parameter parameter) =>
        shape.Operation.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> NamedTexts(Parameter parameter, ParameterValue value) =>
        parameter.ContentType is null
            ? value.Named(parameter.Name).Select(p => KeyValuePair.Create(p.Key, p.Value))
            : value.Texts.Select(t => KeyValuePair.Create(parameter.Name, t));
}
