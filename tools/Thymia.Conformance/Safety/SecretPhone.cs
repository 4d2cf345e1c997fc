using System.Text;

namespace Thymia.Conformance.Safety;

/// <summary>A telephone number in any grouping, with or without the code of its country.</summary>
internal sealed class SecretPhone : Secret
{
    // Fewer turn up by chance.
    private const int FewestDigits = 7;
    private const int FewestNationalDigits = 9;
    private const int LongestCountryCode = 3;

    // What may stand between two digits of one number, such as ") " or " / ".
    private const int LongestGap = 3;

    // Longer than any that is dialled.
    private const int LongestNumber = 40;

    private readonly string _digits;

    public SecretPhone(string number, string mask)
        : base(mask) => _digits = Digits(number).TrimStart('0');

    internal override int Shortest => FewestDigits;

    /// <summary>Whether a value is nothing but digits as a telephone number has them, and its signs.</summary>
    public static bool IsOne(string value) =>
        value.All(c => char.IsAsciiDigit(c) || IsGap(c) || c == '+')
        && Digits(value).TrimStart('0').Length >= FewestDigits;

    internal override IEnumerable<(int Start, int Length)> In(string text)
    {
        var groups = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length; )
        {
            at = NextGroups(text, at, groups);
            for (var first = 0; first < groups.Count; first++)
            {
                if (LastOf(text, groups, first) is { } last)
                {
                    var start = groups[first].Start;
                    start -= start > 0 && text[start - 1] is '+' or '(' ? 1 : 0;
                    yield return (start, groups[last].End - start);
                    first = last;
                }
            }
        }
    }

    // Before and behind a number there may be others, such as an extension.
    private int? LastOf(string text, List<(int Start, int End)> groups, int first)
    {
        var digits = new StringBuilder();
        for (var last = first; last < groups.Count && digits.Length <= _digits.Length; last++)
        {
            digits.Append(text, groups[last].Start, Math.Min(groups[last].End - groups[last].Start, LongestNumber));
            if (digits.Length >= FewestDigits && IsMeant(digits.ToString().TrimStart('0')))
            {
                return last;
            }
        }

        return null;
    }

    // A zero in brackets, +44 (0) 7700, belongs to no number that is written with its country's code.
    private bool IsMeant(string found) =>
        found == _digits
        || (
            found.Length >= FewestNationalDigits
            && found.Length < _digits.Length
            && _digits.Length - found.Length <= LongestCountryCode
            && _digits.EndsWith(found, StringComparison.Ordinal)
        )
        || (
            found.Length == _digits.Length + 1
            && Enumerable
                .Range(1, LongestCountryCode)
                .Any(i => i < found.Length && found[i] == '0' && found.Remove(i, 1) == _digits)
        );

    /// <summary>The next digits that may belong together, and where they end.</summary>
    private static int NextGroups(string text, int from, List<(int Start, int End)> groups)
    {
        groups.Clear();
        var next = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        var (i, gap) = (next < 0 ? text.Length : from + next, 0);
        while (i < text.Length && gap <= LongestGap)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var length = text.AsSpan(i).IndexOfAnyExceptInRange('0', '9');
                groups.Add((i, length < 0 ? text.Length : i + length));
                (i, gap) = (groups[^1].End, 0);
            }
            else if (IsGap(text[i]))
            {
                (i, gap) = (i + 1, gap + 1);
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsGap(char c) =>
        c is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '\u202f' or '\u2011' or '\u2013';
}
