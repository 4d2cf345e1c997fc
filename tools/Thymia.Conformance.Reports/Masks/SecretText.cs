using System.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>Texts without what is secret, however that is written there.</summary>
internal static class SecretText
{
    /// <param name="secrets">Where two of them overlap, the mask of the first by place stands for both.</param>
    public static string Masked(string text, IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count == 0 || text.Length == 0)
        {
            return text;
        }

        var found = Unescaped.Levels(text)
            .SelectMany(level => secrets.SelectMany(s => s.In(level.Text)
                .Select(at => (Range: level.RangeOf(at.Start, at.Length), s.Mask))))
            .OrderBy(f => f.Range.Start).ThenByDescending(f => f.Range.End).ToList();
        return found.Count == 0 ? text : Replaced(text, found);
    }

    private static string Replaced(string text, List<((int Start, int End) Range, string Mask)> found)
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
