using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>A compiled schema: its answers are the violations that JSON Schema 2020-12 defines.</summary>
internal sealed class SchemaEngine
{
    private const string NoJson = "json";

    private readonly SchemaRules _root;
    private readonly bool _needsScope;

    private SchemaEngine(SchemaRules root, IReadOnlyCollection<SchemaRules> rules)
    {
        _root = root;
        _needsScope = rules.Any(r => r.InPlace?.Dynamic is not null);
        Keywords = rules.SelectMany(r => r.Part.Stated()).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        PassedOver = rules.Select(r => r.PassedOver).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> PassedOver { get; }

    /// <summary>Every keyword that one of its schemas states.</summary>
    public IReadOnlySet<string> Keywords { get; }

    /// <exception cref="UnusableInputException">A schema on the way states what cannot be judged.</exception>
    public static SchemaEngine Compile(SchemaReader reader, ApiDescription description, string pointer)
    {
        var compiler = new EngineCompiler(reader, description);
        return new SchemaEngine(compiler.Compile(pointer), compiler.Rules);
    }

    public IReadOnlyList<Violation> Check(ReadOnlyMemory<byte> bytes)
    {
        using var document = StrictJson.TryRead(bytes, out var problem);
        return document is null
            ? [new Violation("", NoJson, problem!, "a JSON text", "RFC 8259")]
            : Check(document.RootElement);
    }

    public IReadOnlyList<(string Pointer, string Keyword)> CheckPlaces(ReadOnlyMemory<byte> bytes)
    {
        using var document = StrictJson.TryRead(bytes, out _);
        return document is null ? [("", NoJson)]
            : Judge(document.RootElement).Faults is { } faults ? Violations.PlacesOf(faults)
            : [];
    }

    public IReadOnlyList<Violation> Check(JsonElement value) =>
        Judge(value).Faults is { } faults ? Violations.Of(faults) : [];

    /// <summary>Null where a schema that is passed over unjudged leaves it open.</summary>
    public bool? Fits(JsonElement value) =>
        Judge(value) is var outcome && outcome.Faults is not null ? false
        : outcome.IsOpen ? null
        : true;

    private Outcome Judge(JsonElement value) => SchemaJudge.Judge(value, _root, _needsScope);
}
