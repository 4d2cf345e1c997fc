using System.Buffers.Text;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>
/// Half surrogate pairs, which JSON's grammar allows and .NET's text does not: any use of such text would throw.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>
    /// The same JSON with each of them replaced by the replacement character; the same bytes where there is none.
    /// </summary>
    public static ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> json)
    {
        byte[]? copy = null;
        var span = json.Span;
        for (var i = span.IndexOf((byte)'\\'); i >= 0 && i < span.Length; i = Next(span, i))
        {
            if (!IsSurrogate(span, i, out var isHigh))
            {
                i += 2;
            }
            else if (isHigh && IsSurrogate(span, i + EscapeLength, out var followedByHigh) && !followedByHigh)
            {
                i += 2 * EscapeLength;
            }
            else
            {
                copy ??= span.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(i));
                i += EscapeLength;
            }
        }

        return copy ?? json;
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        var offset = from >= json.Length ? -1 : json[from..].IndexOf((byte)'\\');
        return offset < 0 ? -1 : from + offset;
    }

    private static bool IsSurrogate(ReadOnlySpan<byte> json, int at, out bool isHigh)
    {
        isHigh = false;
        if (
            at + EscapeLength > json.Length
            || json[at] != '\\'
            || json[at + 1] != 'u'
            || !Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var read, 'x')
            || read != 4
        )
        {
            return false;
        }

        isHigh = char.IsHighSurrogate((char)unit);
        return char.IsSurrogate((char)unit);
    }
}
