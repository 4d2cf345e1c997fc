namespace Thymia.Conformance.Spec;

/// <summary>RFC 6901 pointers as text.</summary>
public static class JsonPointer
{
    /// <summary><paramref name="parent"/> with one more segment, escaped.</summary>
    public static string Append(string parent, string segment) => parent + "/" + Escape(segment);

    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The unescaped segments; none for the whole document.</summary>
    public static IReadOnlyList<string> Segments(string pointer) => pointer.Length == 0
        ? []
        : [.. pointer[1..].Split('/').Select(Unescape)];

    /// <summary>The pointer without its last segment; the whole document is its own parent.</summary>
    public static string Parent(string pointer) => pointer.Length == 0 ? pointer : pointer[..pointer.LastIndexOf('/')];

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
