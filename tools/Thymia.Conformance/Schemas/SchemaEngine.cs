using NJsonSchema;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>NJsonSchema, made strict: its answers are the violations that JSON Schema 2020-12 defines.</summary>
internal sealed class SchemaEngine
{
    private readonly SchemaRules _root;
    private readonly StrictValidator _validator;
    private readonly Violations _violations;

    private SchemaEngine(SchemaRules root, IReadOnlyDictionary<JsonSchema, SchemaRules> rules)
    {
        _root = root;
        _validator = new StrictValidator(rules);
        _violations = new Violations(rules);
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
        var token = StrictJson.TryRead(bytes, out var problem);
        if (token is null)
        {
            return [new Violation("", "json", problem ?? "text after the JSON value", "a JSON text", "RFC 8259")];
        }

        return _validator.Judge(token, _root) is { } errors ? _violations.Of(errors) : [];
    }
}
