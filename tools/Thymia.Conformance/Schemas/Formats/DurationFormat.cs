using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>duration</c>: the <c>duration</c> production of RFC 3339 appendix A. Units come in order and without gaps
/// (years may be followed by months only, hours by minutes only), weeks stand alone, numbers have no sign and
/// no fraction. Letters are capitals, as in ISO 8601.
/// </summary>
internal static class DurationFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != 'P')
        {
            return false;
        }

        var body = text[1..];
        var separator = body.IndexOf('T');
        if (separator < 0)
        {
            return IsRun(body, "YMD") || IsRun(body, "W");
        }

        var date = body[..separator];
        return (date.IsEmpty || IsRun(date, "YMD")) && IsRun(body[(separator + 1)..], "HMS");
    }

    // One number with its unit or more, the units being neighbours in the order given.
    private static bool IsRun(ReadOnlySpan<char> text, ReadOnlySpan<char> units)
    {
        var next = -1;
        while (!text.IsEmpty)
        {
            var digits = AsciiDigits.Count(text);
            if (digits == 0 || digits == text.Length)
            {
                return false;
            }

            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = text[(digits + 1)..];
        }

        return next > 0;
    }
}
