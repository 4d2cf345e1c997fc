using System.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>A text that no report may show, found in any case of letters, and in base64.</summary>
internal sealed class Secret
{
    // In fewer characters of base64 a harmless text could look alike.
    private const int LeastOfBase64 = 8;

    private readonly string _text;
    private readonly int _least;
    private readonly IReadOnlyList<string> _cores;

    /// <param name="least">How many of its first characters give it away already; the rest is masked as far as it stands
    /// there.</param>
    /// <param name="mask">What stands in its place.</param>
    public Secret(string text, int least, string mask)
    {
        (_text, _least, Mask) = (text, least, mask);
        var head = Encoding.UTF8.GetBytes(text[..least]);
        _cores = [.. Enumerable.Range(0, 3).Select(o => Core(head, o)).Where(c => c.Length >= LeastOfBase64)
            .SelectMany(c => new[] { c, c.Replace('+', '-').Replace('/', '_') }).Distinct(StringComparer.Ordinal)];
    }

    public string Mask { get; }

    /// <summary>Where it stands in a text.</summary>
    public IEnumerable<(int Start, int Length)> In(string text) =>
        Places(text, _text[.._least], StringComparison.OrdinalIgnoreCase).Select(at => (at, Plain(text, at)))
            .Concat(_cores.SelectMany(core => Places(text, core, StringComparison.Ordinal)
                .Select(at => (at, InBase64(text, at, core.Length)))));

    private static IEnumerable<int> Places(string text, string part, StringComparison comparison)
    {
        for (var at = text.IndexOf(part, comparison); at >= 0; at = text.IndexOf(part, at + part.Length, comparison))
        {
            yield return at;
        }
    }

    private int Plain(string text, int at)
    {
        var length = _least;
        while (length < _text.Length && at + length < text.Length
            && char.ToUpperInvariant(text[at + length]) == char.ToUpperInvariant(_text[length]))
        {
            length++;
        }

        return length;
    }

    // What follows may be the rest of it.
    private static int InBase64(string text, int at, int length)
    {
        while (at + length < text.Length && (char.IsAsciiLetterOrDigit(text[at + length]) || text[at + length] is '+' or '/' or '-' or '_' or '='))
        {
            length++;
        }

        return length;
    }

    /// <summary>The base64 digits that depend on nothing but the bytes, where so many others stand before them.</summary>
    private static string Core(byte[] bytes, int offset)
    {
        var digits = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var first = ((offset * 8) + 5) / 6;
        return digits[first..Math.Max(first, (offset + bytes.Length) * 8 / 6)];
    }
}
