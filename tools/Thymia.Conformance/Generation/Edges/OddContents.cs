using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>
/// What a free object may hold and what storing, converting or showing it tends to change: each by itself, as a member,
/// as a member further in, and in a list.
/// </summary>
internal static class OddContents
{
    private const string Member = "extra";
    private const int LongName = 256;
    private const int LongList = 1_000;

    private static readonly (string Kind, Tier Tier, Func<JsonNode?> Value)[] All =
    [
        Text("empty-text", ""),
        Text("blank-text", " ", Tier.SchemaOnly),
        Text("blanks-around", " text "),
        Text("line-breaks", "a\nb\r\nc\td"),
        Text("control-characters", "a\u0001b\u001Fc\u007F", Tier.SchemaOnly),
        Text("nul-character", "a\0b", Tier.SchemaOnly),
        Text("line-separators", "a\u2028b\u2029c", Tier.SchemaOnly),
        Text("markup", "<b title='x'>bold</b> &amp; \"quoted\""),
        Text("leading-zeros", "0071"),
        Text("numeric-text", "12.50"),
        Text("word-true", "true"),
        Text("word-null", "null"),
        Text("date-text", "2020-05-17"),
        Text("date-time-text", "2020-05-17T09:30:00.000+02:00"),
        Text("composed-letters", "\u00E9\u00F1\u00E5"),
        Text("decomposed-letters", "e\u0301n\u0303a\u030A"),
        Text("beyond-bmp", "\U0001F600\U00020BB7"),
        ("false", Tier.Plausible, () => false),
        ("zero", Tier.Plausible, () => 0),
        Number("negative-zero", "-0.0", Tier.SchemaOnly),
        Number("fraction-of-17-digits", "0.12345678901234568"),
        Number("exponent", "1.5E+7"),
        ("empty-array", Tier.Plausible, () => new JsonArray()),
        ("one-item-array", Tier.Plausible, () => new JsonArray("alone")),
    ];

    /// <param name="with">An ordinary object with one more member.</param>
    public static IEnumerable<Edge> Of(Func<EdgeContext, string, JsonNode?, JsonObject> with)
    {
        foreach (var (kind, tier, value) in All)
        {
            yield return Rare(kind, tier, c => with(c, Member, value()));
            yield return Rare("inner-" + kind, tier, c => with(c, Member, Inner(value())));
            yield return Rare("listed-" + kind, tier, c => with(c, Member, Listed(value())));
        }

        yield return Rare("inner-null", Tier.Plausible, c => with(c, Member, Inner(null)));
        yield return Rare("listed-null", Tier.Plausible, c => with(c, Member, Listed(null)));
        yield return Rare("listed-empty-object", Tier.Plausible, c => with(c, Member, Listed(new JsonObject())));
        yield return Rare("long-list", Tier.Plausible, c => with(c, Member, Many()));
        yield return Rare("long-name", Tier.Plausible, c => with(c, new string('n', LongName), "long"));
    }

    private static JsonObject Inner(JsonNode? value) => new() { ["inner"] = value };

    private static JsonArray Listed(JsonNode? value) => new("first", value, "last");

    private static JsonArray Many() => new([.. Enumerable.Range(0, LongList).Select(i => JsonValue.Create(i))]);

    private static (string, Tier, Func<JsonNode?>) Text(string kind, string text, Tier tier = Tier.Plausible) =>
        (kind, tier, () => JsonValue.Create(text));

    // Its notation stays as it is read.
    private static (string, Tier, Func<JsonNode?>) Number(string kind, string notation, Tier tier = Tier.Plausible) =>
        (kind, tier, () => JsonNode.Parse(notation));

    private static Edge Rare(string kind, Tier tier, Func<EdgeContext, JsonNode?> value) =>
        new("object", kind, tier, value) { IsRare = true };
}
