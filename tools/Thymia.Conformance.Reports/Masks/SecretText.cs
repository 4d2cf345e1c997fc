using System.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>Texts without what is secret, however that is written there.</summary>
internal static class SecretText
{
    /// <param name="secrets">Where two of them overlap, the mask of the first by place stands for both.</param>
    public static string Masked(string text, IReadOnlyList<Secret> secrets)
    {
        // Most are as short as a header's name.
        if (!secrets.Any(s => s.Shortest <= text.Length))
        {
            return text;
        }

        var found = new List<((int Start, int End) Range, string Mask)>();
        foreach (var level in Unescaped.Levels(text))
        {
            foreach (var secret in secrets)
            {
                found.AddRange(secret.In(level.Text).Select(at => (level.RangeOf(at.Start, at.Length), secret.Mask)));
            }
        }

        return found.Count == 0
            ? text
            : Replaced(text, found.OrderBy(f => f.Range.Start).ThenByDescending(f => f.Range.End));
    }

    private static string Replaced(string text, IEnumerable<((int Start, int End) Range, string Mask)> found)
    {
        var result = new StringBuilder(text.Length);
        var end = 0;
        foreach (var ((from, to), mask) in found)
        {
            if (from >= end)
            {
                result.Append(text, end, from - end).Append(mask);
            }

            end = Math.Max(end, to);
        }

        return result.Append(text, end, text.Length - end).ToString();
    }
}
