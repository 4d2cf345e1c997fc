using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>RFC 6901 pointers as text.</summary>
public static class JsonPointer
{
    /// <summary><paramref name="parent"/> with one more segment, escaped.</summary>
    public static string Append(string parent, string segment) => parent + "/" + Escape(segment);

    public static string Escape(string segment) =>
        segment.AsSpan().ContainsAny('~', '/')
            ? segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : segment;

    /// <summary>The unescaped segments; none for the whole document.</summary>
    public static IReadOnlyList<string> Segments(string pointer) =>
        pointer.Length == 0 ? [] : Array.ConvertAll(pointer[1..].Split('/'), Unescape);

    /// <summary>The pointer without its last segment; the whole document is its own parent.</summary>
    public static string Parent(string pointer) => pointer.Length == 0 ? pointer : pointer[..pointer.LastIndexOf('/')];

    /// <summary>
    /// The pointer in a reference such as <c>#/components/schemas/A%20B</c>; null where it is no pointer into the same
    /// document, or one with a <c>~</c> that escapes nothing.
    /// </summary>
    public static string? OfReference(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var pointer = Uri.UnescapeDataString(reference[1..]);
        return pointer.Split('~').Skip(1).All(rest => rest is ['0' or '1', ..]) ? pointer : null;
    }

    /// <summary>The value there; null where there is none.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var at = root;
        foreach (var segment in Segments(pointer))
        {
            if (at.ValueKind == JsonValueKind.Array && IsIndex(segment, out var i) && i < at.GetArrayLength())
            {
                at = at[i];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(segment, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static bool IsIndex(string segment, out int index) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out index)
        && (segment.Length == 1 || segment[0] != '0');

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
