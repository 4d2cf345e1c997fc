using System.Text.Json;
using NJsonSchema;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>NJsonSchema, made strict: its answers are the violations that JSON Schema 2020-12 defines.</summary>
internal sealed class SchemaEngine
{
    private const string NoJson = "json";

    private readonly SchemaRules _root;
    private readonly StrictValidator _validator;

    private SchemaEngine(SchemaRules root, IReadOnlyDictionary<JsonSchema, SchemaRules> rules)
    {
        _root = root;
        _validator = new StrictValidator(rules);
        PassedOver = rules.Values.SelectMany(r => r.Part.Stated()).Select(p => p.Name)
            .Where(Keywords.IsUnjudgeable).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> PassedOver { get; }

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
            : _validator.Judge(document.RootElement, _root) is { } faults ? Violations.PlacesOf(faults)
            : [];
    }

    public IReadOnlyList<Violation> Check(JsonElement value) =>
        _validator.Judge(value, _root) is { } faults ? Violations.Of(faults) : [];
}
