using System.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>A text that no report may show, found in any case of letters, and in base64.</summary>
internal sealed class Secret
{
    // In fewer characters of base64 a harmless text could look alike.
    private const int LeastOfBase64 = 8;

    private readonly string _text;
    private readonly int _least;
    private readonly string _head;
    private readonly string[] _cores;

    /// <param name="least">How many of its first characters give it away already; the rest is masked as far as it stands
    /// there.</param>
    /// <param name="mask">What stands in its place.</param>
    public Secret(string text, int least, string mask)
    {
        (_text, _least, _head, Mask) = (text, least, text[..least], mask);
        var head = Encoding.UTF8.GetBytes(_head);
        _cores = [.. Enumerable.Range(0, 3).Select(o => Core(head, o)).Where(c => c.Length >= LeastOfBase64)
            .SelectMany(c => new[] { c, c.Replace('+', '-').Replace('/', '_') }).Distinct(StringComparer.Ordinal)];
        Shortest = _cores.Select(c => c.Length).Append(least).Min();
    }

    public string Mask { get; }

    /// <summary>Characters of the shortest text in which it can stand, escapes undone or not: undone they are never more.</summary>
    public int Shortest { get; }

    /// <summary>Where it stands in a text.</summary>
    public IEnumerable<(int Start, int Length)> In(string text)
    {
        for (var at = Next(text, _head, 0); at >= 0; at = Next(text, _head, at + _least))
        {
            yield return (at, Plain(text, at));
        }

        foreach (var core in _cores)
        {
            for (var at = NextCore(text, core, 0); at >= 0; at = NextCore(text, core, at + core.Length))
            {
                yield return (at, InBase64(text, at, core.Length));
            }
        }
    }

    private static int Next(string text, string head, int from) =>
        text.IndexOf(head, from, StringComparison.OrdinalIgnoreCase);

    private static int NextCore(string text, string core, int from) => text.IndexOf(core, from, StringComparison.Ordinal);

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
