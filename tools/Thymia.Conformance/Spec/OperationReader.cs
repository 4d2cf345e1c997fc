using System.Text.Json;

namespace Thymia.Conformance.Spec;

/// <summary>Reads the operations out of a normalised document.</summary>
internal sealed class OperationReader(JsonElement document)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IReadOnlyList<Operation> ReadAll(JsonElement document) =>
        [.. new OperationReader(document).ReadOperations()];

    private IEnumerable<Operation> ReadOperations()
    {
        if (!document.TryGetProperty("paths", out var paths))
        {
            yield break;
        }

        foreach (var path in paths.EnumerateObject())
        {
            var item = Follow("/paths/" + JsonPointer.Escape(path.Name), path.Value);
            foreach (var method in item.Json.EnumerateObject().Where(m => Methods.Contains(m.Name)))
            {
                yield return Read(path.Name, item, method.Name);
            }
        }
    }

    private Operation Read(string path, Place item, string method)
    {
        var place = item.Child(method);
        var parameters = Parameters(place).Concat(Parameters(item))
            .DistinctBy(p => (p.Parameter.Name.ToUpperInvariant(), p.Parameter.In)).ToList();
        var credential = Credential(place, parameters);
        return new Operation
        {
            Method = method.ToUpperInvariant(),
            Path = path,
            Id = place.Text("operationId") ?? Slug($"{method} {path}"),
            Pointer = place.Pointer,
            Credential = credential,
            Parameters = [.. parameters.Select(p => p.Parameter).Where(p => !IsHeader(p, credential?.Header) && p.In != "cookie")],
            Body = Body(place),
            Responses = [.. Responses(place)],
        };
    }

    private IEnumerable<(Parameter Parameter, string Pointer)> Parameters(Place place)
    {
        if (!place.Json.TryGetProperty("parameters", out var list))
        {
            yield break;
        }

        for (var i = 0; i < list.GetArrayLength(); i++)
        {
            var p = Follow($"{place.Pointer}/parameters/{i}", list[i]);
            var required = p.Json.TryGetProperty("required", out var r) && r.ValueKind == JsonValueKind.True;
            var schema = p.Json.TryGetProperty("schema", out _) ? p.Pointer + "/schema" : null;
            yield return (new Parameter(p.Text("name")!, p.Text("in")!, required, schema), p.Pointer);
        }
    }

    // The security scheme of the operation or document; failing that a header parameter named like a defined scheme.
    private Credential? Credential(Place place, List<(Parameter Parameter, string Pointer)> parameters)
    {
        foreach (var (scheme, pointer) in ApiKeyHeaders())
        {
            var declared = parameters.FirstOrDefault(p => IsHeader(p.Parameter, scheme));
            if (declared.Parameter is { } parameter)
            {
                return new Credential(parameter.Name, parameter.Required, declared.Pointer);
            }

            if (Demands(place.Json, pointer) || (!place.Json.TryGetProperty("security", out _) && Demands(document, pointer)))
            {
                return new Credential(scheme, false, pointer);
            }
        }

        return null;
    }

    private IEnumerable<(string Header, string Pointer)> ApiKeyHeaders()
    {
        if (document.TryGetProperty("components", out var components)
            && components.TryGetProperty("securitySchemes", out var schemes))
        {
            foreach (var scheme in schemes.EnumerateObject())
            {
                var place = Follow("/components/securitySchemes/" + JsonPointer.Escape(scheme.Name), scheme.Value);
                if (place.Text("type") == "apiKey" && place.Text("in") == "header")
                {
                    yield return (place.Text("name")!, place.Pointer);
                }
            }
        }
    }

    private static bool Demands(JsonElement holder, string schemePointer) =>
        holder.TryGetProperty("security", out var security)
        && security.EnumerateArray().Any(s => s.TryGetProperty(JsonPointer.Segments(schemePointer)[^1], out _));

    private RequestBody? Body(Place place)
    {
        if (!place.Json.TryGetProperty("requestBody", out var body))
        {
            return null;
        }

        var followed = Follow(place.Pointer + "/requestBody", body);
        var content = followed.Json.GetProperty("content").EnumerateObject()
            .FirstOrDefault(c => MediaTypes.IsJson(c.Name) && c.Value.TryGetProperty("schema", out _));
        return content.Value.ValueKind == JsonValueKind.Undefined ? null : new RequestBody(
            followed.Json.TryGetProperty("required", out var r) && r.ValueKind == JsonValueKind.True,
            content.Name,
            $"{followed.Pointer}/content/{JsonPointer.Escape(content.Name)}/schema");
    }

    private IEnumerable<DocumentedResponse> Responses(Place place)
    {
        foreach (var response in place.Json.GetProperty("responses").EnumerateObject())
        {
            var followed = Follow($"{place.Pointer}/responses/{response.Name}", response.Value);
            var contents = followed.Json.TryGetProperty("content", out var c) ? c.EnumerateObject() : default;
            yield return new DocumentedResponse(response.Name, followed.Pointer, contents.ToDictionary(
                m => m.Name,
                m => m.Value.TryGetProperty("schema", out _)
                    ? $"{followed.Pointer}/content/{JsonPointer.Escape(m.Name)}/schema"
                    : null,
                StringComparer.OrdinalIgnoreCase));
        }
    }

    private Place Follow(string pointer, JsonElement json)
    {
        while (json.TryGetProperty("$ref", out var reference))
        {
            pointer = reference.GetString()![1..];
            json = JsonPointer.Segments(pointer).Aggregate(document, (at, segment) => at.GetProperty(segment));
        }

        return new Place(pointer, json);
    }

    private static bool IsHeader(Parameter parameter, string? name) =>
        parameter.In == "header" && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string Slug(string text) => string.Join('-', text.Split(
        [' ', '/', '{', '}', '.', '_'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private readonly record struct Place(string Pointer, JsonElement Json)
    {
        public Place Child(string name) => new(JsonPointer.Append(Pointer, name), Json.GetProperty(name));

        public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
