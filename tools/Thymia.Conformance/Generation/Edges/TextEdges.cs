using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>
/// Text that is short, long, or in scripts and signs that servers stumble over. In a label it follows the marker,
/// unless the label's length or look is the point.
/// </summary>
internal static class TextEdges
{
    private static readonly (string Kind, Tier Tier, string Text)[] Whole =
    [
        ("empty", Tier.SchemaOnly, ""),
        ("one-character", Tier.SchemaOnly, "x"),
        ("one-blank", Tier.SchemaOnly, " "),
        ("digits-only", Tier.SchemaOnly, "4711"),
        ("word-null", Tier.SchemaOnly, "null"),
        ("word-true", Tier.SchemaOnly, "true"),
    ];

    private static readonly (string Kind, Tier Tier, string Text)[] Tails =
    [
        ("accents", Tier.Plausible, "Zo\u00EB \u00C5ngstr\u00F6m"),
        ("japanese", Tier.Plausible, "\u5C71\u7530 \u306F\u306A\u5B50"),
        ("cyrillic", Tier.Plausible, "\u0410\u043D\u043D\u0430"),
        ("devanagari", Tier.Plausible, "\u0928\u092E\u0938\u094D\u0924\u0947"),
        ("right-to-left", Tier.Plausible, "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD"),
        ("combining-marks", Tier.Plausible, "e\u0301a\u0308n\u0303"),
        ("beyond-bmp", Tier.Plausible, "\U0001F600\U00020BB7"),
        ("joined-emoji", Tier.Plausible, "\U0001F469\u200D\u2695\uFE0F"),
        ("quotes", Tier.Plausible, "\"double\" 'single' `back`"),
        ("backslashes", Tier.Plausible, "a\\b\\n\\u0041"),
        ("markup", Tier.Plausible, "<b>bold</b> &amp; <script>0</script>"),
        ("template-signs", Tier.Plausible, "{{7*7}} ${x} %s %00"),
        ("sql-signs", Tier.Plausible, "'; -- OR 1=1"),
        ("mixed-case", Tier.Plausible, "MiXeD CaSe"),
        ("trailing-blank", Tier.Plausible, "end "),
        ("inner-blanks", Tier.Plausible, "a  b   c"),
        ("line-breaks", Tier.SchemaOnly, "a\nb\r\nc\td"),
        ("control-character", Tier.SchemaOnly, "a\u0007b"),
        ("nul-character", Tier.SchemaOnly, "a\0b"),
        ("bidi-override", Tier.SchemaOnly, "\u202Etxet\u202C"),
        ("zero-width", Tier.SchemaOnly, "a\u200Bb\uFEFFc"),
    ];

    // What spreadsheets take for a formula, and shells and templates for a sign of theirs.
    private static readonly (string Kind, Tier Tier, string Start)[] Starts =
    [
        ("starts-with-equals", Tier.Plausible, "=1+1 "),
        ("starts-with-plus", Tier.Plausible, "+1 "),
        ("starts-with-hyphen", Tier.Plausible, "-rf "),
        ("starts-with-at-sign", Tier.Plausible, "@sum "),
        ("starts-with-hash", Tier.SchemaOnly, "# "),
        ("starts-with-dollar", Tier.SchemaOnly, "$HOME "),
        ("starts-with-tilde", Tier.SchemaOnly, "~/ "),
        ("starts-with-blank", Tier.SchemaOnly, " "),
    ];

    public static IEnumerable<Edge> Of(SchemaSite site, Meaning meaning)
    {
        var node = site.Node;
        foreach (var (kind, tier, text) in Whole.Where(w => Fits(node, TextRules.CodePoints(w.Text))))
        {
            yield return new Edge("text", kind, tier, _ => text);
        }

        foreach (var (kind, tier, tail) in Tails)
        {
            if (node.MaxLength is null or >= 64)
            {
                yield return new Edge("text", kind, tier, c =>
                    TextValues.Fit($"{Start(c, meaning)} {tail}", c.Site.Node)
                );
            }
        }

        foreach (var (kind, tier, start) in node.MaxLength is null or >= 64 ? Starts : [])
        {
            yield return new Edge("text", kind, tier, c => TextValues.Fit(start + Start(c, meaning), c.Site.Node))
            {
                IsRare = true,
            };
        }

        foreach (var edge in WideLetters.Of(site, c => Start(c, meaning)))
        {
            yield return edge;
        }

        foreach (var length in Lengths(node))
        {
            var tier = length.Stated || length.Count <= 256 ? Tier.Plausible : Tier.SchemaOnly;
            yield return new Edge("text", $"length-{length.Count}", tier, c =>
                OfLength(Start(c, meaning), length.Count)
            );
        }
    }

    private static IEnumerable<(int Count, bool Stated)> Lengths(SchemaNode node)
    {
        var stated = new[] { node.MinLength, node.MinLength + 1, node.MaxLength - 1, node.MaxLength }.OfType<int>();
        return stated
            .Select(s => (s, true))
            .Concat([(255, false), (256, false), (10_000, false)])
            .Where(l => Fits(node, l.Item1) && l.Item1 is > 1 and <= Payloads.MaxBytes)
            .DistinctBy(l => l.Item1);
    }

    private static bool Fits(SchemaNode node, int length) =>
        length >= (node.MinLength ?? 0) && length <= (node.MaxLength ?? int.MaxValue);

    private static string Start(EdgeContext c, Meaning meaning) =>
        meaning == Meaning.Label && c.Old is JsonValue label ? label.ToString() : "sample";

    private static JsonNode OfLength(string start, int count) =>
        start.Length >= count ? start[..count] : start + new string('x', count - start.Length);
}
