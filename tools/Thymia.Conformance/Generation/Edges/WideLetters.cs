using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>
/// Texts on bounds that databases and programs count by, in letters of several bytes: the bound may be one of
/// characters, of bytes in UTF-8 or of units in UTF-16, and a cut may go through a letter.
/// </summary>
internal static class WideLetters
{
    private const string FourBytes = "\U0001F600";

    // What 8 and 16 bits count to, and one more.
    private static readonly int[] SmallBounds = [255, 256];
    private static readonly int[] LargeBounds = [65_535, 65_536];
    private static readonly string[] Letters = ["\u00E9", "\u5C71", FourBytes];

    /// <param name="start">What a text begins with, of ASCII alone.</param>
    public static IEnumerable<Edge> Of(SchemaSite site, Func<EdgeContext, string> start)
    {
        foreach (var bound in SmallBounds.Where(b => Allows(site, b)))
        {
            foreach (var letter in Letters)
            {
                yield return Counted("length", bound, letter, 1, TierOf(bound));
                yield return Counted("bytes", bound, letter, BytesOf(letter), Tier.SchemaOnly);
            }

            yield return Counted("units", bound, FourBytes, FourBytes.Length, Tier.SchemaOnly);
        }

        // So much does not fit into an address or a header.
        foreach (var bound in LargeBounds.Where(b => site.Location.Part == "body" && Allows(site, b)))
        {
            yield return Long(Named($"length-{bound}", Tier.SchemaOnly, c => Filled(start(c), "x", bound, 1)));
            yield return Long(Counted("length", bound, FourBytes, 1, Tier.SchemaOnly));
            yield return Long(Counted("units", bound, FourBytes, FourBytes.Length, Tier.SchemaOnly));
            foreach (var letter in Letters)
            {
                yield return Long(Counted("bytes", bound, letter, BytesOf(letter), Tier.SchemaOnly));
            }
        }

        Edge Counted(string what, int bound, string letter, int each, Tier tier) =>
            Named($"{what}-{bound}-of-{BytesOf(letter)}-byte-letters", tier, c =>
                Filled(start(c), letter, bound, each)
            );

        static Edge Named(string kind, Tier tier, Func<EdgeContext, string> text) =>
            new("text", kind, tier, c => JsonValue.Create(text(c))) { IsRare = true };

        static Edge Long(Edge edge) => edge with { IsLong = true };
    }

    // In letters of four bytes it has a quarter of the characters, and its beginning is of one.
    private static bool Allows(SchemaSite site, int bound) =>
        (IsBinary(site) ? bound * BytesOf(FourBytes) : bound) <= (site.Node.MaxLength ?? int.MaxValue)
        && bound / BytesOf(FourBytes) >= (site.Node.MinLength ?? 0)
        && bound <= Payloads.MaxBytes / BytesOf(FourBytes);

    // The length of what is binary is one of bytes (OpenAPI 3.1.1, Considerations for File Uploads).
    private static bool IsBinary(SchemaSite site) =>
        site.Node.Format == "binary"
        || (site.Node.First("contentMediaType") is not null && site.Node.First("contentEncoding") is null);

    // The usual length of a column is the one that people rely on.
    private static Tier TierOf(int bound) => bound == SmallBounds[0] ? Tier.Plausible : Tier.SchemaOnly;

    private static int BytesOf(string letter) => Encoding.UTF8.GetByteCount(letter);

    private static string Filled(string start, string letter, int count, int each)
    {
        var head = start.Length > count ? start[..count] : start;
        var left = count - head.Length;
        return new StringBuilder(head)
            .Append('x', left % each)
            .Insert(head.Length + (left % each), letter, left / each)
            .ToString();
    }
}
