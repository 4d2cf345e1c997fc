using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>
/// The properties that go the other way: in OpenAPI 3.0 a read-only one is required of answers alone and not to be
/// sent, a write-only one is required of requests alone (3.0.3, Schema Object). From 3.1 on both are annotations.
/// </summary>
internal sealed class OneWayProperties(SchemaReader reader, Dialect dialect, Direction direction)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _names = new(StringComparer.Ordinal);
    private readonly string _keyword = direction == Direction.Request ? "readOnly" : "writeOnly";

    /// <summary>Their names, as a schema and those that it applies to the same value state them.</summary>
    public IReadOnlySet<string> Of(SchemaPart part) =>
        dialect.Is30 ? _names.GetOrAdd(part.Pointer, _ => Collect(part)) : None;

    /// <summary>Whether a property goes the other way; its schema may say so through a reference.</summary>
    public bool Has(SchemaPart property) => dialect.Is30 && Has(property, []);

    /// <summary>
    /// Whether a request rather goes without a property: it is read-only and optional, and sending one is no fault.
    /// </summary>
    public bool IsBetterLeftOut(SchemaPart property, bool isRequired) =>
        direction == Direction.Request && !isRequired && Has(property, []);

    private HashSet<string> Collect(SchemaPart part)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(part, names, []);
        return names;
    }

    private void Collect(SchemaPart part, HashSet<string> names, HashSet<string> seen)
    {
        if (!seen.Add(part.Pointer))
        {
            return;
        }

        names.UnionWith(part.Names("properties").Where(n => Has(part.Child("properties", n))));
        foreach (var schema in Beside(part))
        {
            Collect(schema, names, seen);
        }
    }

    private bool Has(SchemaPart property, HashSet<string> seen) =>
        seen.Add(property.Pointer)
        && (property.Says(_keyword, JsonValueKind.True) || Beside(property).Any(p => Has(p, seen)));

    private IEnumerable<SchemaPart> Beside(SchemaPart part)
    {
        var branches = part.Says("allOf", JsonValueKind.Array) ? part.Branches("allOf") : [];
        return part.Says("$ref", JsonValueKind.String) && reader.Resolve(part) is { } target
            ? branches.Prepend(target)
            : branches;
    }
}
