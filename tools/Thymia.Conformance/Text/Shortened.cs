namespace Thymia.Conformance.Text;

/// <summary>Text cut to what a sentence or a table has room for.</summary>
internal static class Shortened
{
    /// <summary>What a sentence has room for, in characters.</summary>
    public const int ValueLength = 60;

    private const string Mark = "...";

    /// <summary>The text, or its beginning and a mark, both together no longer than that.</summary>
    public static string To(string text, int length = ValueLength) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, length - Mark.Length), Mark);

    /// <summary>The text, or its first so many characters and a mark.</summary>
    public static string After(string text, int length, string mark = Mark) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, length), mark);
}
