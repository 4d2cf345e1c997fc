using System.Text;

namespace Thymia.Conformance.Safety;

/// <summary>Texts without what is secret, however that is written there.</summary>
public static class SecretText
{
    /// <summary>Whether one of the secrets stands in the text, however it is written there.</summary>
    public static bool Holds(string text, IReadOnlyList<Secret> secrets) =>
        IsLongEnough(text, secrets)
        && Unescaped.Levels(text).Any(l => secrets.Any(s => s.In(l.Text).Any(at => at.Length > 0)));

    /// <summary>The text with every secret masked, however it is written there.</summary>
    /// <param name="secrets">Where two of them overlap, the mask of the first by place stands for both.</param>
    public static string Masked(string text, IReadOnlyList<Secret> secrets)
    {
        if (!IsLongEnough(text, secrets))
        {
            return text;
        }

        var found = new List<((int Start, int End) Range, string Mask)>();
        foreach (var level in Unescaped.Levels(text))
        {
            foreach (var secret in secrets)
            {
                found.AddRange(
                    secret
                        .In(level.Text)
                        .Where(at => at.Length > 0)
                        .Select(at => (level.RangeOf(at.Start, at.Length), secret.Mask))
                );
            }
        }

        return found.Count == 0
            ? text
            : Replaced(text, found.OrderBy(f => f.Range.Start).ThenByDescending(f => f.Range.End));
    }

    // Most texts are as short as a header's name.
    private static bool IsLongEnough(string text, IReadOnlyList<Secret> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Shortest <= text.Length)
            {
                return true;
            }
        }

        return false;
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
