using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>A set of Unicode code points, written for .NET's regular expressions, which know UTF-16 units
/// only.</summary>
internal sealed class CodePoints
{
    private const int Last = 0x10FFFF;
    private const int LastOfBasicPlane = 0xFFFF;

    private readonly List<(int From, int To)> _ranges;

    public CodePoints(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in ranges.Where(r => r.From <= r.To).OrderBy(r => r.From))
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            }
            else
            {
                merged.Add(range);
            }
        }

        _ranges = merged;
    }

    public static CodePoints Of(params int[] single) => new(single.Select(c => (c, c)));

    public IEnumerable<(int From, int To)> Ranges => _ranges;

    /// <summary>How many there are.</summary>
    public int Count => _ranges.Sum(r => r.To - r.From + 1);

    public bool Contains(int codePoint)
    {
        var (low, high) = (0, _ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (from, to) = _ranges[middle];
            if (codePoint >= from && codePoint <= to)
            {
                return true;
            }

            (low, high) = codePoint < from ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }

    public CodePoints Complement()
    {
        var starts = _ranges.Select(r => r.To + 1).Prepend(0);
        var ends = _ranges.Select(r => r.From - 1).Append(Last);
        return new CodePoints(starts.Zip(ends));
    }

    /// <summary>A pattern that matches exactly one of them.</summary>
    public string ToPattern()
    {
        // Half a surrogate pair is no character: it must not match by itself.
        var basic = string.Concat(
            Within(0, 0xD7FF).Concat(Within(0xE000, LastOfBasicPlane)).Select(r => Span(r.From, r.To))
        );
        var alternatives = Within(LastOfBasicPlane + 1, Last).SelectMany(r => Pairs(r.From, r.To));
        string[] all = [.. basic.Length > 0 ? [$"[{basic}]"] : Array.Empty<string>(), .. alternatives];
        return all switch
        {
            [] => @"[^\s\S]",
            [var one] when basic.Length > 0 => one,
            _ => $"(?:{string.Join('|', all)})",
        };
    }

    private IEnumerable<(int From, int To)> Within(int first, int last) =>
        _ranges
            .Where(r => r.From <= last && r.To >= first)
            .Select(r => (Math.Max(r.From, first), Math.Min(r.To, last)));

    // Surrogate pairs for a range: what begins with the first high half, what with the last, and all between.
    private static IEnumerable<string> Pairs(int from, int to)
    {
        var (high, low) = Halves(from);
        var (lastHigh, lastLow) = Halves(to);
        if (high == lastHigh)
        {
            yield return $"{Unit(high)}[{Span(low, lastLow)}]";
            yield break;
        }

        yield return $"{Unit(high)}[{Span(low, 0xDFFF)}]";
        if (high + 1 < lastHigh)
        {
            yield return $"[{Span(high + 1, lastHigh - 1)}][{Span(0xDC00, 0xDFFF)}]";
        }

        yield return $"{Unit(lastHigh)}[{Span(0xDC00, lastLow)}]";
    }

    private static (int High, int Low) Halves(int codePoint)
    {
        var text = new Rune(codePoint).ToString();
        return (text[0], text[1]);
    }

    private static string Span(int from, int to) => from == to ? Unit(from) : $"{Unit(from)}-{Unit(to)}";

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
