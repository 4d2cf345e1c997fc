using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads the parameters that an operation and its path declare.</summary>
internal sealed class ParameterReader(JsonElement document)
{
    /// <summary>All of them; what the operation says of a parameter counts more than what its path says.</summary>
    public IReadOnlyList<Parameter> Read(Place operation, Place path) =>
        [.. Declared(operation).Concat(Declared(path)).DistinctBy(Key)];

    /// <summary>
    /// What makes two declarations those of one parameter: names of headers are the same in any case.
    /// </summary>
    public static (string Name, string In) Key(Parameter parameter) =>
        (parameter.In == "header" ? parameter.Name.ToUpperInvariant() : parameter.Name, parameter.In);

    /// <summary>Those declared in one list.</summary>
    public IEnumerable<Parameter> Declared(Place holder)
    {
        foreach (var (_, stated) in holder.Child("parameters")?.Children() ?? [])
        {
            var declaration = stated.Follow(document);
            if (declaration.Text("name") is { } name && declaration.Text("in") is { } place)
            {
                yield return Parameter(declaration, name, place);
            }
        }
    }

    /// <summary>The headers of a response: they follow the structure of a parameter (OpenAPI, Header Object).</summary>
    public IEnumerable<Parameter> Headers(Place response)
    {
        foreach (var (name, stated) in response.Child("headers")?.Children() ?? [])
        {
            // What it says of the content type is to be ignored (OpenAPI, Response Object, headers).
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                yield return Parameter(stated.Follow(document), name, "header") with
                {
                    Style = ParameterStyle.Simple,
                };
            }
        }
    }

    private Parameter Parameter(Place declaration, string name, string place)
    {
        var content = declaration.Child("content")?.Children().FirstOrDefault();
        var holder = content is { Name: not null } media ? media.Value.Follow(document) : declaration;
        var parameter = new Parameter(
            name,
            place,
            declaration.IsTrue("required") || place == "path",
            holder.Child("schema")?.Pointer
        )
        {
            ContentType = content?.Name,
            AllowReserved = declaration.IsTrue("allowReserved"),
            Examples = [.. Examples(declaration), .. content is null ? [] : Examples(holder)],
            Pointer = declaration.Pointer,
        };
        var style = Style(declaration.Text("style")) ?? parameter.Style;
        return parameter with
        {
            Style = style,
            Explode = declaration.Child("explode") is null
                ? style == ParameterStyle.Form
                : declaration.IsTrue("explode"),
        };
    }

    private IEnumerable<JsonElement> Examples(Place holder)
    {
        if (holder.Child("example") is { } one)
        {
            yield return one.Json;
        }

        foreach (var (_, stated) in holder.Child("examples")?.Children() ?? [])
        {
            if (stated.Follow(document).Child("value") is { } value)
            {
                yield return value.Json;
            }
        }
    }

    internal static ParameterStyle? Style(string? name) =>
        name switch
        {
            "form" => ParameterStyle.Form,
            "simple" => ParameterStyle.Simple,
            "label" => ParameterStyle.Label,
            "matrix" => ParameterStyle.Matrix,
            "spaceDelimited" => ParameterStyle.SpaceDelimited,
            "pipeDelimited" => ParameterStyle.PipeDelimited,
            "deepObject" => ParameterStyle.DeepObject,
            _ => null,
        };
}
