using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Constraints;

/// <summary>Lists every place that a schema governs, in the order of the document.</summary>
public static class SchemaWalker
{
    private const int MaxDepth = 64;

    /// <summary>The places of a body; a cycle is walked once around.</summary>
    public static IEnumerable<SchemaSite> Walk(SchemaNode root) =>
        Walk(
            new SchemaSite
            {
                Location = Location.Body,
                Concrete = "",
                Node = root,
            }
        );

    /// <summary>The place itself and those below it; a cycle is walked once around.</summary>
    public static IEnumerable<SchemaSite> Walk(SchemaSite site) => Walk(site, [], MaxDepth);

    /// <summary>The places of a body, as deep as there are no more than so many.</summary>
    public static IReadOnlyList<SchemaSite> Within(SchemaNode root, int most)
    {
        var site = new SchemaSite
        {
            Location = Location.Body,
            Concrete = "",
            Node = root,
        };
        IReadOnlyList<SchemaSite> sites = [site];
        for (var depth = 1; depth <= MaxDepth; depth++)
        {
            IReadOnlyList<SchemaSite> deeper = [.. Walk(site, [], depth).Take(most + 1)];
            if (deeper.Count > most || deeper.Count == sites.Count)
            {
                return deeper.Count > most ? sites : deeper;
            }

            sites = deeper;
        }

        return sites;
    }

    private static IEnumerable<SchemaSite> Walk(SchemaSite site, IReadOnlyList<string> path, int depth)
    {
        var node = site.Node;
        if (path.Count > depth || path.Count(p => p == node.Identity) > 1)
        {
            yield break;
        }

        yield return site;
        IReadOnlyList<string> deeper = [.. path, node.Identity];
        foreach (var child in Children(site).SelectMany(c => Walk(c, deeper, depth)))
        {
            yield return child;
        }

        foreach (var child in Branches(site).SelectMany(b => Children(b).SelectMany(c => Walk(c, deeper, depth))))
        {
            yield return child;
        }
    }

    private static IEnumerable<SchemaSite> Children(SchemaSite site)
    {
        foreach (var (name, child) in site.Node.Properties)
        {
            yield return Step(site, name, name, child) with
            {
                IsRequired = site.Node.Required.Contains(name),
            };
        }

        // What may have no item has no place for one.
        if (site.Node.Items is { } items && site.Node.MaxItems != 0)
        {
            yield return Step(site, "*", "0", items) with
            {
                IsItem = true,
            };
        }

        if (site.Node.AdditionalProperties is { } additional)
        {
            yield return Step(site, "*", "key1", additional);
        }
    }

    // The branches themselves govern the same place; only what they add below it is a place of its own.
    private static IEnumerable<SchemaSite> Branches(SchemaSite site)
    {
        foreach (var (keyword, branches) in new[] { ("oneOf", site.Node.OneOf), ("anyOf", site.Node.AnyOf) })
        {
            for (var i = 0; i < branches.Count; i++)
            {
                yield return site with
                {
                    Node = site.Node.Added(keyword, i),
                    Branches = new Dictionary<string, int>(site.Branches) { [site.Concrete] = i },
                    Choice = site.Choice ?? ConstraintExtraction.Make(site, keyword),
                };
            }
        }
    }

    private static SchemaSite Step(SchemaSite parent, string step, string concrete, SchemaNode node) =>
        parent with
        {
            Location = parent.Location with { Pointer = JsonPointer.Append(parent.Location.Pointer, step) },
            Concrete = JsonPointer.Append(parent.Concrete, concrete),
            Node = node,
            IsItem = false,
        };
}
