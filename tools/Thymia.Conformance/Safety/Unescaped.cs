using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Thymia.Conformance.Safety;

/// <summary>
/// A text with its escapes undone, those of URLs, JSON and HTML, which knows where each of its characters stood.
/// </summary>
internal sealed class Unescaped
{
    private const int MostLevels = 4;
    private const int LongestEntity = 12;
    private static readonly SearchValues<char> Signs = SearchValues.Create("%\\&");
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    // Null where nothing is undone yet: each character stands where it stood.
    private readonly List<int>? _starts;

    private Unescaped(string text, List<int>? starts) => (Text, _starts) = (text, starts);

    public string Text { get; }

    /// <summary>The text as it is, then with escapes undone once, twice and so on as long as there are any.</summary>
    public static IEnumerable<Unescaped> Levels(string text)
    {
        var level = new Unescaped(text, null);
        for (var i = 0; i < MostLevels && level is not null; i++)
        {
            yield return level;
            level = level.Further();
        }
    }

    /// <summary>What of the original a range of this text stands for.</summary>
    public (int Start, int End) RangeOf(int start, int length) => (Start(start), Start(start + length));

    private Unescaped? Further()
    {
        if (!Text.AsSpan().ContainsAny(Signs))
        {
            return null;
        }

        var text = new StringBuilder(Text.Length);
        var starts = new List<int>(Text.Length + 1);
        for (var at = 0; at < Text.Length; )
        {
            var (length, meant) = Next(Text.AsSpan(at));
            Append(text, starts, at, length, meant);

            at += length;
        }

        starts.Add(Start(Text.Length));
        return text.Length == Text.Length ? null : new Unescaped(text.ToString(), starts);
    }

    // A character of an escape stands where the escape does, and every other where it stood.
    private void Append(StringBuilder text, List<int> starts, int at, int length, string? meant)
    {
        text.Append(meant ?? Text.AsSpan(at, length));
        for (var i = 0; i < (meant?.Length ?? length); i++)
        {
            starts.Add(Start(meant is null ? at + i : at));
        }
    }

    private int Start(int at) => _starts is null ? at : _starts[at];

    /// <summary>The escape at the beginning, or all that stands before the next sign of one.</summary>
    private static (int Length, string? Meant) Next(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Signs) switch
        {
            0 => Escape(text),
            < 0 => (text.Length, null),
            var plain => (plain, null),
        };

    /// <summary>How long the escape at the beginning is, and what it means; null where there is none.</summary>
    private static (int Length, string? Meant) Escape(ReadOnlySpan<char> text) =>
        text[0] switch
        {
            '%' => Percent(text),
            '\\' => Backslash(text),
            '&' => Entity(text),
            _ => (1, null),
        };

    private static (int, string?) Percent(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        for (
            ;
            count < bytes.Length && text.Length >= 3 && text[0] == '%' && IsHex(text[1..3]);
            count++, text = text[3..]
        )
        {
            bytes[count] = byte.Parse(text[1..3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done
            ? (used * 3, rune.ToString())
            : (1, null);
    }

    private static (int, string?) Backslash(ReadOnlySpan<char> text) =>
        text switch
        {
            [_, 'u' or 'U', var a, var b, var c, var d, ..] when IsHex([a, b, c, d]) => (6, Character([a, b, c, d])),
            [_, 'x', var a, var b, ..] when IsHex([a, b]) => (4, Character([a, b])),
            [_, ('"' or '\'' or '/' or '\\') and var plain, ..] => (2, Ascii[plain]),
            _ => (1, null),
        };

    private static (int, string?) Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        var entity = end < 0 ? "" : text[..(end + 1)].ToString();
        var meant = WebUtility.HtmlDecode(entity);
        return meant == entity ? (1, null) : (entity.Length, meant);
    }

    private static string Character(ReadOnlySpan<char> hex) =>
        ushort.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code && code < Ascii.Length
            ? Ascii[code]
            : ((char)code).ToString();

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
