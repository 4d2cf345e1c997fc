using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// The path of an interaction. The id that a provider gave during the run says nothing to the next one: a fixed value
/// takes its place, and a provider state says that it exists.
/// </summary>
internal sealed class RecordedPath
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public RecordedPath(TestCase testCase, SchemaLibrary schemas)
    {
        var (operation, sent) = (testCase.Operation, testCase.Request.Target.Split('?')[0]);
        Text = sent;
        if (testCase.Location.Part == "path" || !operation.Template.Matches(sent))
        {
            return;
        }

        Text = operation.Path;
        foreach (var name in operation.Template.Names)
        {
            var was = Uri.UnescapeDataString(operation.Template.Find(sent, name)!);
            var parameter = operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == name);
            _values[name] = (parameter is null ? null : ValueOf(parameter, schemas)) ?? was;
            Text = Text.Replace($"{{{name}}}", Uri.EscapeDataString(_values[name]), StringComparison.Ordinal);
        }
    }

    /// <summary>Percent-encoded.</summary>
    public string Text { get; }

    /// <summary>What must exist before the request makes sense; nothing for a path without parameters.</summary>
    public IEnumerable<ProviderState> States =>
        _values.Count == 0 ? [] : [new ProviderState("what the path names exists", _values)];

    // What somebody stated exists at the provider, or is meant to.
    private static string? ValueOf(Parameter parameter, SchemaLibrary schemas) =>
        parameter.Given.Concat(parameter.Examples).Select(TextOf).FirstOrDefault(t => t is not null)
        ?? (parameter.SchemaPointer is { } pointer ? FixedOf(parameter, schemas.At(pointer)) : null);

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static string? FixedOf(Parameter parameter, PayloadSchema schema)
    {
        var text = schema.Root.Types.HasFlag(JsonTypes.String)
            ? FixedTexts.For(schema.Root, "/" + parameter.Name)?.Replace(' ', '-')
            : "1";
        return
            text is not null
            && ParameterShape.Check(schema, parameter, new ParameterValue.One(text), new ShapeOfText(schema.Root)).Count
                == 0
            ? text
            : null;
    }
}
