using System.Text;

namespace Thymia.Provider.Json;

/// <summary>
/// Python's json module reads bytes in any Unicode encoding, told apart by their first four (RFC 4627, 3).
/// </summary>
internal static class PythonEncoding
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The same text as UTF-8 without a mark; bytes that are no text are left as they are.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body)
    {
        var bytes = body.Span;
        if (bytes.StartsWith(Utf8Mark))
        {
            return body[Utf8Mark.Length..];
        }

        if (Guess(bytes) is not { } encoding)
        {
            return body;
        }

        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        return Encoding.UTF8.GetBytes(text);
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(true, true),
            [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => Encoding.UTF32,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            _ => null,
        };
}
