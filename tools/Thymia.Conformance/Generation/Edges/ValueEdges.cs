using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>The valid values at the edges of each kind of schema.</summary>
internal static class ValueEdges
{
    public static IEnumerable<Edge> Of(SchemaSite site)
    {
        var node = site.Node;
        if (node.First("default") is { } standard)
        {
            yield return new Edge("default", "explicit", Tier.Plausible, _ => JsonNode.Parse(standard.GetRawText()));
        }

        if (node.OneOf.Count > 0 || node.AnyOf.Count > 0)
        {
            yield break;
        }

        if (node.Enum is { } members)
        {
            foreach (var member in members.Where(m => node.Types.HasFlag(JsonTypeNames.Of(m))))
            {
                yield return new Edge("enum", $"member-{Slug(member)}", Tier.Plausible, _ =>
                    JsonNode.Parse(member.GetRawText())
                );
            }

            yield break;
        }

        if (node.Types.HasFlag(JsonTypes.Null) && node.Types != JsonTypes.Any)
        {
            yield return new Edge("type", "null-allowed", Tier.Plausible, _ => null);
        }

        foreach (var edge in ByType(site))
        {
            yield return edge;
        }
    }

    private static IEnumerable<Edge> ByType(SchemaSite site)
    {
        var types = site.Node.Types;
        IEnumerable<Edge> none = [];
        return
        [
            .. types.HasFlag(JsonTypes.Boolean) && types != JsonTypes.Any ? Booleans : none,
            .. types.HasFlag(JsonTypes.String) ? Texts(site) : none,
            .. types.HasFlag(JsonTypes.Integer) && types != JsonTypes.Any ? NumberEdges.Of(site.Node) : none,
            .. types.HasFlag(JsonTypes.Array) && site.Node.Items is not null ? ArrayEdges.Of(site.Node) : none,
            .. types.HasFlag(JsonTypes.Object) && types != JsonTypes.Any ? ObjectEdges.Of(site) : none,
        ];
    }

    private static Edge[] Booleans { get; } =
    [new("type", "true", Tier.Plausible, _ => true), new("type", "false", Tier.Plausible, _ => false)];

    private static IEnumerable<Edge> Texts(SchemaSite site)
    {
        if (site.Node.Pattern is not null)
        {
            return [];
        }

        return (site.Node.LikelyFormat, Meanings.Of(site.Location.Pointer)) switch
        {
            ("date", _) => DateEdges.All,
            ("uri", _) => UriEdges.All,
            ("date-time", _) => DateEdges.Instants,
            ("uuid", _) => DateEdges.Uuids,
            (not null, _) => [],
            (null, Meaning.PhoneNumber) => PhoneEdges.All,
            (null, Meaning.Url or Meaning.Email or Meaning.BirthDate) => [],
            (null, var meaning) => TextEdges.Of(site, meaning),
        };
    }

    private static string Slug(JsonElement member) =>
        string.Concat(member.ToString().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '.'));
}
