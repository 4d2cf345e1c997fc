using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Valid cases about the body as a whole: which properties it has, in which order and notation.</summary>
internal sealed class BodyEdges(CaseFactory factory)
{
    private readonly BodyParts _parts = new(factory.Shape);

    private OperationShape Shape => factory.Shape;

    private SchemaNode Root => Shape.Body!.Root;

    public IEnumerable<CasePlan> All() =>
        [
            .. Documented(),
            .. Presence(),
            .. Counts(),
            .. Branches(),
            .. Shape.IsJson ? Notations() : [],
            .. Shape.IsJson ? EscapedSlashes() : [],
            .. OtherMediaTypes(),
        ];

    private IEnumerable<CasePlan> Documented()
    {
        if (Shape.Example is { } example)
        {
            yield return factory.Valid(Location.Body, "example", "documented", Tier.Documented, d =>
                factory.Request(d, example)
            );
            yield return factory.Valid(Location.Body, "example", "repeated", Tier.Documented, d =>
                factory.Request(d, example)
            );
        }
    }

    private IEnumerable<CasePlan> Presence()
    {
        yield return With("optional", "none", _ => false);
        var optional = Optional().ToList();
        if (optional.Count > 0)
        {
            yield return With("optional", "all", _ => true);
        }

        foreach (var site in optional)
        {
            yield return With("optional", "alone", _ => false, site, [site.Concrete]);
            yield return With(
                "optional",
                "left-out",
                p => p != site.Concrete,
                site,
                [JsonPointer.Parent(site.Concrete)]
            );
        }
    }

    private IEnumerable<CasePlan> Counts() =>
        from site in Shape.Sites
        where site.Node.Items is not null && site.Node.Enum is null
        from count in ArrayEdges.Counts(site.Node)
        select factory.Valid(
            site.Location,
            "array",
            count.Kind,
            Tier.Plausible,
            d =>
                factory.Request(
                    d,
                    Make(To(site, d) with { Counts = new Dictionary<string, int> { [site.Concrete] = count.Count } })
                ),
            BodyParts.Count(site, count.Count)
        );

    private IEnumerable<CasePlan> Branches() =>
        from site in Shape.Sites
        from choice in new[] { (Keyword: "oneOf", site.Node.OneOf.Count), (Keyword: "anyOf", site.Node.AnyOf.Count) }
        from i in Enumerable.Range(0, choice.Count)
        let branches = new Dictionary<string, int>(site.Branches) { [site.Concrete] = i }
        select factory.Valid(
            site.Location,
            choice.Keyword,
            $"branch-{i + 1}",
            Tier.Plausible,
            d => factory.Request(d, Make(To(site, d) with { Branches = branches })),
            BodyParts.Branch(site, i)
        );

    private IEnumerable<CasePlan> OtherMediaTypes() =>
        Shape.Operation.OtherBodies.Select(body =>
            factory.Valid(
                Location.Body,
                "mediaType",
                MediaTypes.Bare(body.ContentType).ToLowerInvariant().Replace('/', '-'),
                Tier.Plausible,
                d => factory.Request(d, body)
            )
        );

    private IEnumerable<CasePlan> Notations()
    {
        var type = Shape.Operation.Body!.ContentType;
        yield return Written("pretty-printed", Payloads.WriteIndented);
        yield return Written("blanks-around", p => [.. "\n \t"u8, .. Payloads.Write(p), .. " \r\n"u8]);
        yield return Written("escaped", Escaped);
        yield return Written("properties-reversed", p => Payloads.Write(Reversed(p)));

        // It adds a property, which not every body may have.
        var lone = Written("lone-surrogate", WithLoneSurrogate, tier: Tier.SchemaOnly);
        if (factory.IsSound(lone))
        {
            yield return lone;
        }

        yield return Written("charset-labelled", Payloads.Write, type + "; charset=utf-8");
        yield return Written("charset-upper-case", Payloads.Write, type + ";charset=UTF-8");
        yield return Written("type-in-capitals", Payloads.Write, type.ToUpperInvariant(), Tier.SchemaOnly);
    }

    // JSON may escape a slash, as some writers always do; an address has some to escape.
    private IEnumerable<CasePlan> EscapedSlashes() =>
        from site in Shape.Sites
        where
            site.Node is { Format: "uri", Types: JsonTypes.String, Enum: null, Pattern: null }
            && site.Branches.Count == 0
        select factory.Valid(
            site.Location,
            "notation",
            "escaped-slashes",
            Tier.Plausible,
            d => factory.Request(d, WithEscapedSlashes(Make(ValueBreaks.RecipeFor(site) with { Draw = d }))),
            BodyParts.WrittenWith(site, WithEscapedSlashes)
        );

    // A slash stands within texts alone.
    private static byte[] WithEscapedSlashes(JsonNode? payload) =>
        Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Payloads.Write(payload)).Replace("/", @"\/", StringComparison.Ordinal)
        );

    private CasePlan Written(
        string kind,
        Func<JsonNode?, byte[]> write,
        string? type = null,
        Tier tier = Tier.Plausible
    ) =>
        factory.Valid(
            Location.Body,
            "notation",
            kind,
            tier,
            d =>
            {
                var request = factory.Request(d, write(Make(new Recipe { Draw = d })));
                return request with { ContentType = type ?? request.ContentType };
            },
            BodyParts.Written(write, type)
        );

    private CasePlan With(
        string keyword,
        string kind,
        Func<string, bool> includes,
        SchemaSite? site = null,
        params string[] places
    ) =>
        factory.Valid(
            site?.Location ?? Location.Body,
            keyword,
            kind,
            Tier.Plausible,
            d =>
                factory.Request(
                    d,
                    Make(
                        (site is null ? new Recipe { Draw = d } : To(site, d)) with
                        {
                            Includes = includes,
                            Places = places,
                            MayKeepData = site is null || Meanings.Of(site.Concrete) == Meaning.Deletion,
                            MayDial = true,
                        }
                    )
                ),
            kind == "none" || (kind == "all" && !_parts.CanHaveAll) ? null : _parts.Properties(kind, includes, site)
        );

    private JsonNode? Make(Recipe recipe) => Shape.Values.Make(Root, recipe);

    private static Recipe To(SchemaSite site, Draw draw) =>
        new()
        {
            Draw = draw,
            Places = [site.Concrete],
            Branches = site.Branches,
        };

    private IEnumerable<SchemaSite> Optional() =>
        from parent in Shape.Sites
        from property in parent.Node.Properties
        where !parent.Node.Required.Contains(property.Key)
        let at = JsonPointer.Append(parent.Concrete, property.Key)
        from site in Shape.Sites
        where site.Concrete == at
        select site;

    // Every character as an escape: the same text to any JSON reader. What is one already stays.
    private static byte[] Escaped(JsonNode? payload)
    {
        var json = Encoding.UTF8.GetString(Payloads.Write(payload));
        var result = new StringBuilder();
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            inText ^= json[i] == '"';
            if (json[i] == '\\')
            {
                result.Append(json.AsSpan(i, 2));
                i++;
            }
            else
            {
                _ =
                    inText && json[i] != '"' && !IsOfEscape(json, i)
                        ? result.Append("\\u").Append(((int)json[i]).ToString("x4", CultureInfo.InvariantCulture))
                        : result.Append(json[i]);
            }
        }

        return Encoding.ASCII.GetBytes(result.ToString());
    }

    // One of the four digits behind a backslash and a u.
    private static bool IsOfEscape(string json, int index)
    {
        for (var start = index - 2; start >= index - 5 && start >= 0; start--)
        {
            if (json[start] == '\\' && json[start + 1] == 'u' && Backslashes(json, start) % 2 == 1)
            {
                return true;
            }
        }

        return false;
    }

    private static int Backslashes(string json, int last)
    {
        var count = 0;
        while (last - count >= 0 && json[last - count] == '\\')
        {
            count++;
        }

        return count;
    }

    // Half a pair, which only the escape can write: the grammar allows it, few readers like it.
    private static byte[] WithLoneSurrogate(JsonNode? payload)
    {
        const string Stand = "stands-for-half-a-pair";
        if (payload is not JsonObject map)
        {
            return Payloads.Write(payload);
        }

        map["conformanceUnknown"] = Stand;
        return Encoding.UTF8.GetBytes(map.ToJsonString().Replace(Stand, @"\ud800", StringComparison.Ordinal));
    }

    private static JsonNode? Reversed(JsonNode? node) =>
        node is JsonObject map
            ? new JsonObject(map.Reverse().Select(p => KeyValuePair.Create(p.Key, Reversed(p.Value))))
            : node?.DeepClone();
}
