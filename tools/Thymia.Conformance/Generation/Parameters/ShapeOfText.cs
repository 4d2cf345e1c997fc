using Thymia.Conformance.Schemas;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>
/// What a schema says about how texts are to be read: as one value, an array or an object, and of which types.
/// </summary>
internal sealed class ShapeOfText(SchemaNode? node)
{
    private const int MaxDepth = 4;

    /// <summary>Of what no schema governs.</summary>
    public static ShapeOfText Free { get; } = new(null);

    /// <summary>All types that some alternative of the schema allows.</summary>
    public JsonTypes Types { get; private init; } = node is null ? JsonTypes.Any : TypesOf(node, 0);

    /// <summary>The types of an array's items.</summary>
    public JsonTypes Item { get; } =
        Alternatives(node, 0)
            .Select(n => n.Items)
            .OfType<SchemaNode>()
            .Select(n => TypesOf(n, 0))
            .DefaultIfEmpty(JsonTypes.String)
            .Aggregate((all, types) => all | types);

    /// <summary>Whether the texts are those of an array.</summary>
    public bool IsArray => Types != JsonTypes.Any && Types.HasFlag(JsonTypes.Array);

    /// <summary>Whether the texts are those of an object.</summary>
    public bool IsObject => Types != JsonTypes.Any && !IsArray && Types.HasFlag(JsonTypes.Object);

    /// <summary>The types of an object's property.</summary>
    public JsonTypes Property(string name) =>
        Alternatives(node, 0)
            .Select(n => n.Property(name) ?? n.AdditionalProperties)
            .OfType<SchemaNode>()
            .Select(n => TypesOf(n, 0))
            .DefaultIfEmpty(JsonTypes.String)
            .Aggregate((all, types) => all | types);

    /// <summary>The same where an object is one text by itself.</summary>
    public ShapeOfText WithoutObject() => IsObject ? new(node) { Types = JsonTypes.String } : this;

    private static JsonTypes TypesOf(SchemaNode node, int depth)
    {
        if (node.Types != JsonTypes.Any)
        {
            return node.Types;
        }

        if (node.Enum is { Count: > 0 } members)
        {
            return members.Aggregate(JsonTypes.None, (all, member) => all | JsonTypeNames.Of(member));
        }

        var branches = Branches(node, depth).ToList();
        return branches.Count > 0
                ? branches.Aggregate(JsonTypes.None, (all, branch) => all | TypesOf(branch, depth + 1))
            : node.Properties.Count > 0 ? JsonTypes.Object
            : node.Items is not null ? JsonTypes.Array
            : JsonTypes.Any;
    }

    private static IEnumerable<SchemaNode> Alternatives(SchemaNode? node, int depth) =>
        node is null ? [] : Branches(node, depth).SelectMany(b => Alternatives(b, depth + 1)).Prepend(node);

    private static IEnumerable<SchemaNode> Branches(SchemaNode node, int depth) =>
        depth < MaxDepth ? node.OneOf.Concat(node.AnyOf) : [];
}
