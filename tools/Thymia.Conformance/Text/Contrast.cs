namespace Thymia.Conformance.Text;

/// <summary>Two texts cut to what a sentence has room for, around the place where they differ.</summary>
internal static class Contrast
{
    private const string Mark = "...";

    // What stands before the difference helps to find it.
    private const int ShareBefore = 3;

    /// <summary>Both as they are where they fit; never the same text for two that differ.</summary>
    /// <param name="length">How many characters each may have.</param>
    public static (string One, string Other) Of(string one, string other, int length)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length && same == other.Length)
        {
            return (Shortened.To(one, length), Shortened.To(other, length));
        }

        var start = same < length - (2 * Mark.Length) - 1 ? 0 : Start(one, same - (length / ShareBefore));
        return (Cut(one, start, length), Cut(other, start, length));
    }

    // Half a pair of surrogates is no character.
    private static int Start(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;

    private static string Cut(string text, int start, int length) =>
        start == 0 ? Shortened.To(text, length)
        : start >= text.Length ? Mark + text[Math.Max(0, text.Length - length + Mark.Length)..]
        : Mark + Shortened.To(text[start..], length - Mark.Length);
}
