using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Thymia.Conformance.Schemas;

/// <summary>NJsonSchema, made strict: its answers are the violations that JSON Schema 2020-12 defines.</summary>
internal sealed class SchemaEngine
{
    private readonly JsonSchema _schema;
    private readonly StrictValidator _validator = new();

    private SchemaEngine(JsonSchema schema)
    {
        _schema = schema;
    }

    public static SchemaEngine Compile(SchemaReader reader, string pointer)
    {
        // No reference leaves the document, so the reading never waits.
        var schema = JsonSchema.FromJsonAsync(new EngineDocument(reader).Write(pointer)).GetAwaiter().GetResult();
        return new SchemaEngine(schema.ActualSchema);
    }

    public IReadOnlyList<Violation> Check(ReadOnlyMemory<byte> bytes)
    {
        var token = StrictJson.TryRead(bytes, out var problem);
        if (token is null)
        {
            return [new Violation("", "json", problem ?? "text after the JSON value", "a JSON text", "RFC 8259")];
        }

        var errors = _validator.Validate(token, _schema);
        return errors.Count == 0 ? [] : Violations.Of(errors);
    }
}
