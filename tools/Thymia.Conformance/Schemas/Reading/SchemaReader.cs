using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Builds schema nodes: follows <c>$ref</c>, spreads <c>allOf</c>, and refuses what cannot be
/// judged.</summary>
internal sealed class SchemaReader(ApiDescription description)
{
    private readonly KeywordCheck _keywords = new(description);

    public SchemaNode Node(string pointer) => Node(pointer, [At(pointer)]);

    public SchemaNode Node(string pointer, IReadOnlyList<SchemaPart> parts)
    {
        var spread = new List<SchemaPart>();
        foreach (var part in parts)
        {
            Spread(part, false, spread, []);
        }

        return new SchemaNode(this, pointer, spread);
    }

    public SchemaPart At(string pointer) => JsonPointer.Find(description.Document, pointer) is { } json
        ? new SchemaPart(json, pointer)
        : throw new KeyNotFoundException($"There is no schema at '{pointer}'.");

    /// <summary>The schema that a part refers to.</summary>
    public SchemaPart Target(SchemaPart part) =>
        At(JsonPointer.OfReference(part.Json.GetProperty("$ref").GetString()!)!);

    /// <exception cref="UnusableInputException">The schema states something that cannot be judged.</exception>
    public void Demand(SchemaPart part) => _keywords.Demand(part);

    /// <summary>The one other branch where a schema says "this or null", and the keyword that says so.</summary>
    public (SchemaPart Branch, string Keyword)? NonNullBranch(SchemaPart part)
    {
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            var branches = part.Branches(keyword).Take(3).ToArray();
            if (branches.Length == 2 && IsNullOnly(branches[0]) != IsNullOnly(branches[1]))
            {
                var branch = branches[IsNullOnly(branches[0]) ? 1 : 0];

                // Exactly one of two takes null only where the other refuses it.
                return keyword == "oneOf" && TakesNull(branch, []) ? null : (branch, keyword);
            }
        }

        return null;
    }

    private void Spread(SchemaPart part, bool orNull, List<SchemaPart> into, HashSet<string> seen)
    {
        if (!seen.Add(part.Pointer))
        {
            return;
        }

        Demand(part);
        if (part.Has("$ref"))
        {
            Spread(Target(part), orNull, into, seen);
        }

        var self = part with { OrNull = orNull };
        var nullable = NonNullBranch(part);
        into.Add(nullable is null ? self : self.Less(nullable.Value.Keyword));
        if (nullable is { } choice)
        {
            Spread(choice.Branch, true, into, seen);
        }

        foreach (var branch in part.Branches("allOf"))
        {
            Spread(branch, orNull, into, seen);
        }
    }

    private bool TakesNull(SchemaPart part, HashSet<string> seen)
    {
        if (part.IsFalse
            || (part.Has("type") && !SchemaTypes.Read(part.Json.GetProperty("type")).HasFlag(JsonTypes.Null)))
        {
            return false;
        }

        return !seen.Add(part.Pointer)
            || ((!part.Has("$ref") || TakesNull(Target(part), seen))
                && part.Branches("allOf").All(b => TakesNull(b, seen)));
    }

    private static bool IsNullOnly(SchemaPart part) =>
        part.Has("type") && SchemaTypes.Read(part.Json.GetProperty("type")) == JsonTypes.Null;
}
