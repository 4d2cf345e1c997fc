using System.Text;

namespace Thymia.Conformance.Safety;

/// <summary>
/// A word found whole or in part: as it is, in hex, and in base64 of either alphabet whatever stands before it. A part
/// that counts holds at least one of its blocks, so that a text is searched for those alone.
/// </summary>
internal sealed class SecretWord : Secret
{
    // In fewer digits of base64 a block is everywhere, and so is one of fewer bytes.
    private const int FewestDigits = 4;
    private const int FewestBytes = 5;

    private readonly string _text;
    private readonly string _bytes;
    private readonly SecretMeasure _measure;
    private readonly StringComparison _comparison;
    private readonly (string Text, int Start)[] _blocks;
    private readonly (string Text, int Start)[] _hex;
    private readonly (string Digits, int Start, int Offset)[] _base64;

    public SecretWord(string text, string mask, SecretMeasure measure)
        : base(mask)
    {
        _text = text;
        _bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        _measure = measure;
        _comparison = measure.AnyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _blocks = [.. Blocks(text)];
        var blocks = (measure.Encoded ? Blocks(_bytes, FewestBytes) : [])
            .Select(b => (Bytes: Encoding.Latin1.GetBytes(b.Text), b.Start))
            .ToList();
        _hex = [.. blocks.Select(b => (Convert.ToHexString(b.Bytes), b.Start))];
        _base64 =
        [
            .. blocks.SelectMany(b =>
                Enumerable
                    .Range(0, 3)
                    .SelectMany(o =>
                        Alphabets(Core(b.Bytes, o)).Where(d => d.Length >= FewestDigits).Select(d => (d, b.Start, o))
                    )
            ),
        ];
        Shortest = _base64.Select(b => b.Digits.Length).Append(measure.ShortestPart).Min();
    }

    internal override int Shortest { get; }

    internal override IEnumerable<(int Start, int Length)> In(string text)
    {
        foreach (var (block, start) in _blocks)
        {
            for (var at = text.IndexOf(block, _comparison); at >= 0; )
            {
                var found = Plain(text, at, start, block.Length);
                yield return found;
                at = Next(text, block, at, found, _comparison);
            }
        }

        foreach (var (block, start) in _hex)
        {
            for (var at = text.IndexOf(block, StringComparison.OrdinalIgnoreCase); at >= 0; )
            {
                var found = InHex(text, at, start, block.Length / 2);
                yield return found;
                at = Next(text, block, at, found, StringComparison.OrdinalIgnoreCase);
            }
        }

        foreach (var (digits, start, offset) in _base64)
        {
            for (var at = text.IndexOf(digits, StringComparison.Ordinal); at >= 0; )
            {
                var found = InBase64(text, at, start, offset);
                yield return found;
                at = Next(text, digits, at, found, StringComparison.Ordinal);
            }
        }
    }

    // A part that is too short comes back empty, and what overlaps it may be longer.
    private static int Next(
        string text,
        string block,
        int at,
        (int Start, int Length) found,
        StringComparison comparison
    )
    {
        var from = found.Length == 0 ? at + 1 : Math.Max(at + 1, found.Start + found.Length);
        return from >= text.Length ? -1 : text.IndexOf(block, from, comparison);
    }

    private (int Start, int Length) Plain(string text, int at, int start, int length)
    {
        var (from, to) = Extent(_text.Length, start, length, i =>
            at + i - start is var place && place >= 0 && place < text.Length && IsSame(text[place], _text[i])
        );
        return _measure.Counts(from, to - from, _text.Length) ? (at + from - start, to - from) : default;
    }

    private bool IsSame(char one, char other) =>
        one == other || (_measure.AnyCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    private (int Start, int Length) InHex(string text, int at, int start, int length)
    {
        var (from, to) = Extent(_bytes.Length, start, length, i =>
            EncodedBytes.Hex(text, at + ((i - start) * 2)) == _bytes[i]
        );
        return _measure.Counts(from, to - from, _bytes.Length) ? (at + ((from - start) * 2), (to - from) * 2) : default;
    }

    private (int Start, int Length) InBase64(string text, int at, int start, int offset)
    {
        // Where the group of four digits begins in which the block does.
        var group = at - FirstDigit(offset);
        var (from, to) = Extent(_bytes.Length, start, 1, i =>
            EncodedBytes.Base64(text, group, offset + i - start) == _bytes[i]
        );
        if (!_measure.Counts(from, to - from, _bytes.Length))
        {
            return default;
        }

        var first = group + EncodedBytes.DigitOf(offset + from - start);
        var last = group + EncodedBytes.DigitOf(offset + to - start - 1) + 2;
        return (first, EncodedBytes.EndOfBase64(text, last) - first);
    }

    /// <summary>How far the word goes on before and behind a block of it.</summary>
    private static (int From, int To) Extent(int whole, int start, int length, Func<int, bool> isSame)
    {
        var (from, to) = (start, start + length);
        while (from > 0 && isSame(from - 1))
        {
            from--;
        }

        while (to < whole && isSame(to))
        {
            to++;
        }

        return (from, to);
    }

    // Any part of the shortest length holds one of them whole.
    private IEnumerable<(string Text, int Start)> Blocks(string text, int fewest = 1)
    {
        var part = Math.Min(_measure.ShortestPart, text.Length);
        var length = Math.Min(part, Math.Max((part + 1) / 2, fewest));
        if (part == text.Length)
        {
            return [(text, 0)];
        }

        // The longer a block is within the part, the closer they must lie.
        var step = Math.Min(length, part - length + 1);
        return Enumerable
            .Range(0, ((text.Length - length) / step) + 1)
            .Select(i => (text.Substring(i * step, length), i * step));
    }

    private static IEnumerable<string> Alphabets(string digits) =>
        new[] { digits, digits.Replace('+', '-').Replace('/', '_') }.Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The base64 digits that depend on nothing but the bytes, where so many others stand before them.
    /// </summary>
    private static string Core(byte[] bytes, int offset)
    {
        var digits = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var first = FirstDigit(offset);
        return digits[first..Math.Max(first, (offset + bytes.Length) * 8 / 6)];
    }

    private static int FirstDigit(int offset) => ((offset * 8) + 5) / 6;
}
