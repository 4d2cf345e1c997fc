using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>What the edges of a body make special about a request.</summary>
internal sealed class BodyParts(OperationShape shape)
{
    private const string Notation = "notation";

    /// <summary>The slot of which properties there are.</summary>
    public const string Presence = "presence";

    private readonly Lazy<HashSet<string>> _alwaysThere = new(() => AlwaysThere(shape.Sites));

    /// <summary>A value at a place.</summary>
    public static RequestPart Value(SchemaSite site, Edge edge) =>
        At(site) with
        {
            Value = new PlacedEdge(site, edge),
            IsRare = edge.IsRare,
        };

    /// <summary>So many items in an array.</summary>
    public static RequestPart Count(SchemaSite site, int count) =>
        new(site.Concrete)
        {
            Branches = site.Branches,
            Recipe = r => To(r, site) with { Counts = With(r.Counts, site.Concrete, count) },
        };

    /// <summary>A branch of a choice.</summary>
    public static RequestPart Branch(SchemaSite site, int branch) =>
        new(site.Concrete)
        {
            Branches = With(site.Branches, site.Concrete, branch),
            Recipe = r => To(r, site) with { Branches = With(To(r, site).Branches, site.Concrete, branch) },
        };

    /// <summary>A way to write the body, and to label it.</summary>
    public static RequestPart Written(Func<JsonNode?, byte[]> write, string? type) =>
        new(Notation) { Write = write, ContentType = type };

    /// <summary>A way to write the body that shows only where a place is there.</summary>
    public static RequestPart WrittenWith(SchemaSite site, Func<JsonNode?, byte[]> write) =>
        new(Notation)
        {
            Recipe = r => To(r, site),
            Write = write,
            IsRare = true,
        };

    /// <summary>Which optional properties there are, but for those that lead to a phone number.</summary>
    public RequestPart Properties(string kind, Func<string, bool> includes, SchemaSite? site) =>
        new(Presence)
        {
            Recipe = r =>
                (site is null || kind == "left-out" ? r : To(r, site)) with
                {
                    Includes = includes,
                    MayKeepData = site is null || Meanings.Of(site.Concrete) == Meaning.Deletion,
                },
            Allows = kind switch
            {
                "all" => static _ => true,
                "left-out" => s => !IsWithin(s, site!),
                _ => s => IsWithin(s, site!) || _alwaysThere.Value.Contains(s.Concrete),
            },
        };

    /// <summary>Whether every optional property may be there without leading to somebody.</summary>
    public bool CanHaveAll => !shape.Sites.Any(s => Meanings.Of(s.Concrete) == Meaning.PhoneNumber && !s.IsRequired);

    private static RequestPart At(SchemaSite site) =>
        new(site.Concrete) { Branches = site.Branches, Recipe = r => To(r, site) };

    private static Recipe To(Recipe recipe, SchemaSite site)
    {
        var own = ValueBreaks.RecipeFor(site);
        return recipe with
        {
            Places = [.. recipe.Places, site.Concrete],
            Branches = Merged(recipe.Branches, own.Branches),
            Counts = Merged(recipe.Counts, own.Counts),
        };
    }

    private static Dictionary<string, int> Merged(
        IReadOnlyDictionary<string, int> some,
        IReadOnlyDictionary<string, int> others
    ) => some.Concat(others).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Max(p => p.Value));

    private static Dictionary<string, int> With(IReadOnlyDictionary<string, int> some, string key, int value) =>
        new(some) { [key] = value };

    private static bool IsWithin(SchemaSite site, SchemaSite outer) =>
        site.Concrete == outer.Concrete || site.Concrete.StartsWith(outer.Concrete + "/", StringComparison.Ordinal);

    private static HashSet<string> AlwaysThere(IReadOnlyList<SchemaSite> sites)
    {
        var there = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var site in sites.Where(s => s.Concrete.Length > 0 && s.IsRequired && s.Branches.Count == 0))
        {
            if (there.Contains(JsonPointer.Parent(site.Concrete)))
            {
                there.Add(site.Concrete);
            }
        }

        return there;
    }
}
