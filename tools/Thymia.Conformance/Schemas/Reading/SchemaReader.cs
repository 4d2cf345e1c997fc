using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Builds schema nodes: follows <c>$ref</c>, spreads <c>allOf</c>, and refuses what cannot be
/// judged.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] References = ["$ref", "$dynamicRef"];
    private static readonly string[] Choices = ["anyOf", "oneOf"];

    private readonly KeywordCheck _keywords;
    private readonly Unjudged _unjudged;
    private readonly Dialect _dialect;
    private readonly Direction _direction;

    // What a schema says as it is written is the same from wherever it is referred to.
    private readonly ConcurrentDictionary<string, SchemaNode> _nodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Pointer, string Keyword), Discriminator?> _discriminators = new();

    public SchemaReader(
        ApiDescription description,
        SchemaResources resources,
        SchemaRemarks remarks,
        Direction direction
    )
    {
        Resources = resources;
        _direction = direction;
        _dialect = Dialect.Of(description.Document);
        _unjudged = new Unjudged(description, _dialect, resources);
        _keywords = new KeywordCheck(description, _unjudged, remarks);
        OneWay = new OneWayProperties(this, _dialect, direction);
    }

    public SchemaResources Resources { get; }

    /// <summary>The properties that go the other way than what this reads schemas for.</summary>
    public OneWayProperties OneWay { get; }

    public SchemaNode Node(string pointer) => Node(pointer, [At(pointer)]);

    public SchemaNode Node(string pointer, IReadOnlyList<SchemaPart> parts) =>
        parts is [{ IsAsWritten: true } only] && only.Pointer == pointer
            ? _nodes.GetOrAdd(pointer, p => Spread(p, [only]))
            : Spread(pointer, parts);

    private SchemaNode Spread(string pointer, IReadOnlyList<SchemaPart> parts)
    {
        var spread = new List<SchemaPart>();
        foreach (var part in parts)
        {
            Spread(part, false, spread, []);
        }

        return new SchemaNode(this, pointer, spread);
    }

    public SchemaPart At(string pointer) =>
        Resources.Find(pointer) is { } json
            ? new SchemaPart(json, pointer)
            : throw new KeyNotFoundException($"There is no schema at '{pointer}'.");

    /// <summary>The schema that a part refers to.</summary>
    /// <param name="keyword"><c>$ref</c> or <c>$dynamicRef</c>.</param>
    public SchemaPart Target(SchemaPart part, string keyword = "$ref") =>
        At(Resources.Resolve(part.Pointer, part.Text(keyword)!)!);

    /// <summary>The same, null where the reference leads nowhere.</summary>
    public SchemaPart? Resolve(SchemaPart part) =>
        Resources.Resolve(part.Pointer, part.Text("$ref")!) is { } pointer ? At(pointer) : null;

    /// <exception cref="UnusableInputException">The schema states something that cannot be judged.</exception>
    public void Demand(SchemaPart part) => _keywords.Demand(part);

    /// <summary>The keyword for which the schema is passed over unjudged; null where it is judged.</summary>
    public string? PassedOver(SchemaPart part) => _unjudged.PassedOver(part);

    /// <summary>What the value of a <c>discriminator</c> is in a branch of a request; from OpenAPI 3.1.1 on that is a
    /// preference and decides nothing.</summary>
    public SchemaPart? Discriminated(SchemaPart part, string keyword, int branch) =>
        _direction == Direction.Request
        && part.Has("discriminator")
        && part.Has(keyword)
        && _discriminators
            .GetOrAdd((part.Pointer, keyword), _ => Discriminator.Of(this, part, keyword))
            ?.Demand(part, branch)
            is { } demand
            ? demand with
            {
                IsPreferred = !_dialect.DiscriminatorDecides,
            }
            : null;

    /// <summary>The one other branch where a schema says "this or null", and the keyword that says so.</summary>
    public (SchemaPart Branch, string Keyword)? NonNullBranch(SchemaPart part)
    {
        foreach (var keyword in Choices)
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
        if (PassedOver(part) is not null)
        {
            into.Add(part with { IsOpen = true });
            return;
        }

        foreach (var keyword in References.Where(part.Has))
        {
            Spread(Target(part, keyword), orNull, into, seen);
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
        if (
            part.IsFalse
            || (part.Has("type") && !JsonTypeNames.Read(part.Json.GetProperty("type")).HasFlag(JsonTypes.Null))
        )
        {
            return false;
        }

        return !seen.Add(part.Pointer)
            || (
                (!part.Has("$ref") || Resolve(part) is not { } target || TakesNull(target, seen))
                && part.Branches("allOf").All(b => TakesNull(b, seen))
            );
    }

    private static bool IsNullOnly(SchemaPart part) =>
        part.Has("type") && JsonTypeNames.Read(part.Json.GetProperty("type")) == JsonTypes.Null;
}
