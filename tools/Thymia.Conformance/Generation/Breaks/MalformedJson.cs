using System.Text;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Bytes that come close to JSON. Each takes a valid body and spoils it.</summary>
internal static class MalformedJson
{
    public static IReadOnlyList<(string Kind, Func<byte[], byte[]> Change)> Kinds { get; } =
    [
        ("blanks-only", _ => " \r\n\t "u8.ToArray()),
        ("cut-after-first-byte", b => b[..1]),
        ("cut-at-a-quarter", b => Cut(b, b.Length / 4)),
        ("cut-in-the-middle", b => Cut(b, b.Length / 2)),
        ("cut-before-last-byte", b => Cut(b, b.Length - 1)),
        ("trailing-garbage", b => [.. b, .. "garbage"u8]),
        ("trailing-brace", b => [.. b, .. "}"u8]),
        ("two-values", b => [.. b, .. b]),
        ("trailing-comma", b => [.. b[..^1], .. ",}"u8]),
        ("missing-comma", b => Text(b, t => t.Replace(",\"", "\"", StringComparison.Ordinal))),
        ("missing-colon", b => Text(b, t => t.Replace("\":", "\"", StringComparison.Ordinal))),
        ("line-comment", b => [.. b, .. "\n// comment"u8]),
        ("block-comment", b => [.. "/* comment */"u8, .. b]),
        ("hash-comment", b => [.. b, .. "\n# comment"u8]),
        ("single-quotes", b => Text(b, t => t.Replace('"', '\''))),
        ("unquoted-keys", b =>
            Text(b, t => t.Replace("{\"", "{", StringComparison.Ordinal).Replace("\":", ":", StringComparison.Ordinal))
        ),
        ("nan", b => WithMember(b, "NaN")),
        ("infinity", b => WithMember(b, "-Infinity")),
        ("undefined", b => WithMember(b, "undefined")),
        ("python-literal", b => WithMember(b, "True")),
        ("leading-zero", b => WithMember(b, "01")),
        ("hexadecimal-number", b => WithMember(b, "0x10")),
        ("plus-sign", b => WithMember(b, "+1")),
        ("bare-fraction", b => WithMember(b, ".5")),
        ("bad-escape", b => WithMember(b, "\"\\x41\"")),
        ("control-character-in-text", b => WithMember(b, "\"a\u0001b\"")),
        ("newline-in-text", b => WithMember(b, "\"a\nb\"")),
        ("byte-order-mark", b => [0xEF, 0xBB, 0xBF, .. b]),
        ("form-encoded", _ => "user=1&language=en"u8.ToArray()),
        ("xml", _ => "<call/>"u8.ToArray()),
        ("plain-word", _ => "call"u8.ToArray()),
    ];

    /// <summary>
    /// A hundred thousand lists in each other that are never closed: a parser that recurses must not fall over.
    /// </summary>
    public static byte[] Endless { get; } = [.. Enumerable.Repeat((byte)'[', 100_000)];

    /// <summary>JSON in bytes that are not UTF-8.</summary>
    public static IReadOnlyList<(string Kind, Func<byte[], byte[]> Change)> Encodings { get; } =
    [
        ("invalid-utf-8", b => Splice(b, [0xFF, 0xFE])),
        ("overlong-utf-8", b => Splice(b, [0xC0, 0xAF])),
        ("latin-1", b => Splice(b, [0xE9])),
        ("utf-16", b => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(b))]),
    ];

    // Without any byte a body is none, which is another break than a malformed one.
    private static byte[] Cut(byte[] body, int length) => body[..Math.Max(1, length)];

    private static byte[] Text(byte[] body, Func<string, string> change) =>
        Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(body)));

    /// <summary>The object with one more member, whose value is written as it stands.</summary>
    private static byte[] WithMember(byte[] body, string rawValue) =>
        Text(body, t => t.StartsWith('{') ? $"{{\"conformance\":{rawValue}{(t == "{}" ? "" : ",")}{t[1..]}" : rawValue);

    /// <summary>The bytes inside the last text of the body, so that only their encoding is wrong.</summary>
    private static byte[] Splice(byte[] body, byte[] bytes)
    {
        var quote = Array.LastIndexOf(body, (byte)'"');
        return quote < 0 ? [(byte)'"', .. bytes, (byte)'"'] : [.. body[..quote], .. bytes, .. body[quote..]];
    }
}
