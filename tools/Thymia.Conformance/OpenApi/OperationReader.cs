using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads the operations out of a description.</summary>
internal sealed class OperationReader(JsonElement document)
{
    private static readonly string[] Methods =
    [
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "query",
    ];

    // OpenAPI has a parameter of these names ignored: other parts of the description say what they hold.
    private static readonly string[] ReservedHeaders = ["Accept", "Content-Type", "Authorization"];

    // What a connection says for itself, and no client is free to set.
    private static readonly string[] ConnectionHeaders = ["Host", "Connection", "Content-Length", "Transfer-Encoding"];

    private readonly CredentialReader _credentials = new(document);
    private readonly ParameterReader _parameters = new(document);
    private readonly RequestBodyReader _bodies = new(document);

    public static IReadOnlyList<Operation> ReadAll(JsonElement document) =>
        [.. new OperationReader(document).ReadOperations()];

    private IEnumerable<Operation> ReadOperations()
    {
        foreach (var (path, stated) in new Place("", document).Child("paths")?.Children() ?? [])
        {
            if (path.StartsWith('/'))
            {
                var item = stated.Follow(document);
                var additional = item.Child("additionalOperations")?.Children() ?? [];
                foreach (
                    var (method, operation) in item.Children().Where(m => Methods.Contains(m.Name)).Concat(additional)
                )
                {
                    yield return Read(path, item, method, operation);
                }
            }
        }
    }

    private Operation Read(string path, Place item, string method, Place operation)
    {
        var parameters = _parameters.Read(operation, item);
        var alternatives = _credentials.Read(operation, parameters, out var unsendable);
        var bodies = _bodies.Read(operation);
        return new Operation
        {
            Method = method.ToUpperInvariant(),
            Path = path,
            Id = operation.Text("operationId") ?? Slug($"{method} {path}"),
            Pointer = operation.Pointer,
            Tags = [.. Texts(operation.Child("tags"))],
            Credentials = alternatives.FirstOrDefault(a => a.Count > 0) ?? [],
            Alternatives = alternatives,
            UnsendableSchemes = unsendable,
            Parameters = [.. parameters.Where(p => IsForTesting(p, alternatives) && !IsOfConnection(p))],
            ConnectionHeaders = [.. parameters.Where(IsOfConnection).Select(p => p.Name)],
            Body = bodies.Count > 0 ? bodies[0] : null,
            OtherBodies = [.. bodies.Skip(1)],
            UntestedMediaTypes = _bodies.Untested(operation),
            DemandsBody = operation.Child("requestBody")?.Follow(document).IsTrue("required") == true,
            Responses = [.. Responses(operation)],
        };
    }

    private IEnumerable<DocumentedResponse> Responses(Place operation)
    {
        foreach (var (status, stated) in operation.Child("responses")?.Children() ?? [])
        {
            if (!status.StartsWith("x-", StringComparison.Ordinal))
            {
                var response = stated.Follow(document);
                var contents = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
                foreach (var (type, media) in response.Child("content")?.Children() ?? [])
                {
                    contents.TryAdd(type, media.Child("schema")?.Pointer);
                }

                yield return new DocumentedResponse(status, response.Pointer, contents)
                {
                    Headers = [.. _parameters.Headers(response)],
                    Links = [.. new LinkReader(document).Of(response)],
                };
            }
        }
    }

    private static IEnumerable<string> Texts(Place? list) =>
        list?.Children()
            .Select(t => t.Value.Json)
            .Where(t => t.ValueKind == JsonValueKind.String)
            .Select(t => t.GetString()!)
        ?? [];

    private static bool IsForTesting(Parameter parameter, IReadOnlyList<IReadOnlyList<Credential>> alternatives) =>
        !alternatives.Any(a => a.Any(c => CredentialReader.IsFor(parameter, c)))
        && (parameter.In != "header" || !ReservedHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase));

    private static bool IsOfConnection(Parameter parameter) =>
        parameter.In == "header" && ConnectionHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);

    private static string Slug(string text) =>
        string.Join('-', text.Split([' ', '/', '{', '}', '.', '_'], StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant();
}
