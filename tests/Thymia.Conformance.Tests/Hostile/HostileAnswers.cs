using System.IO.Compression;
using System.Text;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>
/// What no provider should answer to a valid request, by name, with a part of the verdict that names it.
/// </summary>
internal static class HostileAnswers
{
    public const string Key = "sk-Live_9f8E7d6C5b4A3+z2/Y1=0x";

    private const string Cut = "closed before a whole answer came";
    private const string NoHttp = "what was answered is not HTTP";
    private const string Schema = "response-schema";
    private const string TooLarge = "larger than 4,194,304 bytes";
    private const int Many = 100_000;

    /// <summary>The key in every clothing in which it can be read.</summary>
    public static IReadOnlyDictionary<string, string> Clothings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["plain"] = Key,
            ["JSON escapes"] = string.Concat(Key.Select(c => $"\\u{(int)c:x4}")),
            ["JSON escapes in capitals"] = string.Concat(Key.Select(c => $"\\u{(int)c:X4}")),
            ["escaped slashes"] = Key.Replace("/", "\\/", StringComparison.Ordinal),
            ["percent"] = Uri.EscapeDataString(Key),
            ["percent for all"] = string.Concat(Key.Select(c => $"%{(int)c:X2}")),
            ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)),
            ["base64 one byte later"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("a" + Key)),
            ["base64 two bytes later"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Key)),
            ["base64 for URLs"] = Convert
                .ToBase64String(Encoding.UTF8.GetBytes(Key))
                .Replace('+', '-')
                .Replace('/', '_')
                .TrimEnd('='),
            ["entities"] = string.Concat(Key.Select(c => $"&#{(int)c};")),
            ["entities in hex"] = string.Concat(Key.Select(c => $"&#x{(int)c:x};")),
            ["hex"] = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Key)),
            ["hex in capitals"] = Convert.ToHexString(Encoding.UTF8.GetBytes(Key)),
            ["its larger part"] = Key[..^6],
        };

    public static IReadOnlyDictionary<string, (byte[] Answer, string Verdict)> All { get; } =
        Transport()
            .Concat(Bodies())
            .Concat(Errors())
            .Concat(Marks())
            .Concat(Keys())
            .ToDictionary(a => a.Name, a => (a.Answer, a.Verdict), StringComparer.Ordinal);

    private static IEnumerable<(string Name, byte[] Answer, string Verdict)> Transport() =>
        [
            ("nothing", [], Cut),
            ("half a head", Text("HTTP/1.1 200 X\r\nContent-Ty"), Cut),
            ("a length too long", Text($"{Ok()}Content-Length: 99\r\n\r\n{{}}"), Cut),
            ("a length too short", Text($"{Ok()}Content-Length: 2\r\n\r\n{{}}{{}}"), Schema),
            ("a length of nonsense", Text($"{Ok()}Content-Length: x\r\n\r\n{{}}"), Schema),
            ("a negative length", Text($"{Ok()}Content-Length: -1\r\n\r\n{{}}"), Schema),
            ("broken chunks", Text($"{Ok()}Transfer-Encoding: chunked\r\n\r\nZZ\r\n{{}}"), "not framed as HTTP"),
            ("chunks without end", Text($"{Ok()}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n"), Cut),
            ("a chunk of four gigabytes", Text($"{Ok()}Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n{{}}"), Cut),
            ("another protocol", Text("220 mail.example.com ESMTP\r\n"), NoHttp),
            ("a status of no digits", Text("HTTP/1.1 abc X\r\n\r\n"), NoHttp),
            ("HTTP/1.0 until the end", Text("HTTP/1.0 200 X\r\nContent-Type: application/json\r\n\r\n{}"), Schema),
            ("a gigabyte announced", Text($"{Ok()}Content-Length: 1073741824\r\n\r\n{{}}"), TooLarge),
            ("brotli that is none", Packed("br", Text("none")), "the answer's compression is broken"),
            ("gzip that is none", Packed("gzip", Text("none")), "the answer's compression is broken"),
            ("gzip that becomes very much", Packed("gzip", Gzip(new byte[32 * 1024 * 1024])), TooLarge),
            (
                "a redirect to another origin",
                Text(
                    "HTTP/1.1 307 X\r\nLocation: http://other.example/\r\nConnection: close\r\nContent-Length: "
                        + "0\r\n\r\n"
                ),
                "status-documented"
            ),
            (
                "a redirect to itself",
                Text("HTTP/1.1 308 X\r\nLocation: /v1/calls\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
                "status-documented"
            ),
            (
                "an upgrade nobody asked for",
                Text("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
                "status-documented"
            ),
            ("leave to go on, and no answer", Text("HTTP/1.1 100 X\r\n\r\n"), Cut),
            ("a hint, then an answer", Text($"HTTP/1.1 103 X\r\n\r\n{Ok()}Content-Length: 2\r\n\r\n{{}}"), Schema),
            ("a status that nobody knows", Status(299, "{}"), "status-documented"),
            ("a status of the server's beyond all known", Status(599, "{}"), "no-server-error"),
            (
                "a head of a hundred kilobytes",
                Text($"{Ok()}X: {new string('x', Many)}\r\nContent-Length: 2\r\n\r\n{{}}"),
                "headers are larger than"
            ),
            (
                "no content type",
                Text("HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"),
                "content-type"
            ),
        ];

    private static IEnumerable<(string Name, byte[] Answer, string Verdict)> Bodies() =>
        [
            ("an empty body", Json([]), "an empty body"),
            ("a byte order mark", Json([0xEF, 0xBB, 0xBF, .. Text(Sample.Created)]), "byte order mark"),
            ("bytes that are no UTF-8", Json([(byte)'"', 0xC3, 0x28, (byte)'"']), "not UTF-8"),
            ("UTF-16", Json(Encoding.Unicode.GetBytes(Sample.Created)), Schema),
            ("NaN", Json("{\"id\":NaN}"), "no JSON"),
            ("a comment", Json("{}// end"), "no JSON"),
            ("two texts", Json("{}{}"), "no JSON"),
            ("null", Json("null"), Schema),
            ("a number", Json("7"), Schema),
            ("a text", Json("\"created\""), Schema),
            ("a list", Json("[]"), Schema),
            ("a hundred thousand levels", Json(new string('[', Many)), Schema),
            ("three hundred levels that end", Json(Nested(300)), "levels"),
            ("seventy levels at a wrong place", Json($"{{\"id\":{Nested(70)}}}"), Schema),
            (
                "a hundred thousand members",
                Json($"{{{string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"m{i}\":1"))}}}"),
                Schema
            ),
            (
                "fifty thousand members",
                Json($"{{{string.Join(',', Enumerable.Range(0, Many / 2).Select(i => $"\"m{i}\":1"))}}}"),
                Schema
            ),
            ("a hundred thousand items", Json($"[{string.Join(',', Enumerable.Repeat("1", Many))}]"), Schema),
            ("a number of a hundred thousand digits", Json($"{{\"id\":{new string('9', Many)}}}"), Schema),
            ("a number beyond every double", Json("{\"id\":1e400}"), Schema),
            ("half a pair of surrogates", Json("{\"id\":\"\\ud800\",\"\\udc00\":1}"), Schema),
            ("a page", Json("<!doctype html><title>Log in</title>"), "no JSON"),
            ("a text of nearly a megabyte", Json($"{{\"id\":\"{new string('x', 1_000_000)}\"}}"), Schema),
        ];

    private static IEnumerable<(string Name, byte[] Answer, string Verdict)> Errors() =>
        [
            (
                "an error with a place of a hundred thousand steps",
                Status(
                    422,
                    $$"""
                    {"detail":[{"loc":[{{string.Join(',', Enumerable.Repeat("\"a\"", Many))}}],"msg":"m","type":"t"}]}
                    """
                ),
                "valid-accepted"
            ),
            (
                "a thousand errors",
                Status(422, Sample.Errors([.. Enumerable.Range(0, 1_000).Select(i => $"[\"body\",{i}]")])),
                "valid-accepted"
            ),
            (
                "errors of a megabyte of quotes",
                Status(
                    422,
                    $$"""
                    {"detail":[{"loc":["body"],
                      "msg":"{{string.Concat(Enumerable.Repeat("dateOfBirth: '", 60_000))}}","type":"t"}]}
                    """
                ),
                "valid-accepted"
            ),
            (
                "errors of a megabyte of backslashes",
                Status(422, $$"""{"detail":[{"loc":["body"],"msg":"{{new string('\\', 900_000)}}","type":"t"}]}"""),
                "valid-accepted"
            ),
            (
                "errors of a megabyte of percent signs",
                Status(422, $$"""{"detail":[{"loc":["body"],"msg":"{{new string('%', 900_000)}}","type":"t"}]}"""),
                "valid-accepted"
            ),
            (
                "errors of a megabyte of blanks and digits",
                Status(
                    422,
                    $$"""
                    {"detail":[{"loc":["body"],"msg":"{{string.Concat(Enumerable.Repeat("+ 4 4 7 ", 110_000))}}",
                      "type":"t"}]}
                    """
                ),
                "valid-accepted"
            ),
            ("errors that are a text", Status(422, """{"detail":"no"}"""), "valid-accepted"),
            ("errors that are nothing", Status(422, "null"), "valid-accepted"),
            (
                "a stack trace",
                Status(500, "Traceback (most recent call last):\\n  File \\\"app.py\\\""),
                "no-server-error"
            ),
        ];

    private static IEnumerable<(string Name, byte[] Answer, string Verdict)> Marks() =>
        [
            ("the end of a script", Id("</script><img src=x onerror=alert(1)>"), Schema),
            ("the end of a CDATA section", Id("]]>--><x/>"), Schema),
            ("what steers a terminal", Id("\\u001b]0;own\\u0007\\u001b[2J\\u009b31m"), Schema),
            ("marks that turn the reading direction", Id("\\u202egpj.exe\\u2066"), Schema),
            ("a formula", Id("=cmd|' /C calc'!A0"), Schema),
            ("line ends", Id("a\\r\\n::error::b\\u2028c\\u0085d"), Schema),
            ("noncharacters", Id("\\uffff\\ufdd0\\u0000"), Schema),
        ];

    private static IEnumerable<(string Name, byte[] Answer, string Verdict)> Keys() =>
        [
            .. Clothings.Select(c => ($"the key in a body: {c.Key}", Id(c.Value), "key-not-echoed")),
            .. Clothings
                .Where(c => !c.Value.Contains('\\', StringComparison.Ordinal))
                .Select(c =>
                    (
                        $"the key in a header: {c.Key}",
                        Text(
                            $"{Ok()}X-Debug: {c.Value}\r\nContent-Length: "
                                + $"{Sample.Created.Length}\r\n\r\n{Sample.Created}"
                        ),
                        "key-not-echoed"
                    )
                ),
        ];

    private static string Ok(int status = 200) =>
        $"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Type: application/json\r\n";

    private static byte[] Id(string text) => Json($"{{\"id\":\"{text}\"}}");

    private static byte[] Json(string body) => Json(Encoding.UTF8.GetBytes(body));

    private static byte[] Json(byte[] body) => [.. Text($"{Ok()}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Status(int status, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Text($"{Ok(status)}Content-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    private static byte[] Packed(string coding, byte[] body) =>
        [.. Text($"{Ok()}Content-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
