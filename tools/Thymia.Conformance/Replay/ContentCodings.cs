using System.IO.Compression;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Takes off the codings that the handler leaves: it knows one, and none by its older name (RFC 9110, 8.4).
/// </summary>
internal static class ContentCodings
{
    private const string Header = "Content-Encoding";
    private const int BufferSize = 16 * 1024;
    private const int ZlibMethod = 8;

    /// <summary>
    /// The answer without the codings that are known; null where the body has more bytes than allowed.
    /// </summary>
    /// <exception cref="InvalidDataException">The body is not in the coding that it is said to be in.</exception>
    public static Answer? Decoded(Answer answer, int maxBodyBytes)
    {
        if (answer.Body.IsEmpty || answer.Header(Header) is null)
        {
            return answer;
        }

        var codings = answer
            .Headers.Where(IsCoding)
            .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries))
            .Where(c => c.Length > 0 && !c.Equals("identity", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var body = answer.Body;
        while (codings.Count > 0)
        {
            using var reader = Reader(codings[^1], body);
            if (reader is null)
            {
                break;
            }

            if (Read(reader, maxBodyBytes) is not { } decoded)
            {
                return null;
            }

            body = decoded;
            codings.RemoveAt(codings.Count - 1);
        }

        // What was not coded stays as it was sent, for whoever compares it.
        if (body.Equals(answer.Body))
        {
            return answer;
        }

        var headers = answer.Headers.Where(h => !IsCoding(h)).ToList();
        if (codings.Count > 0)
        {
            headers.Add(new(Header, string.Join(", ", codings)));
        }

        return answer with
        {
            Body = body,
            Headers = headers,
        };
    }

    private static bool IsCoding(KeyValuePair<string, string> header) =>
        header.Key.Equals(Header, StringComparison.OrdinalIgnoreCase);

    private static Stream? Reader(string coding, ReadOnlyMemory<byte> body)
    {
        var bytes = new MemoryStream(body.ToArray(), writable: false);
        return coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),

            // Some send bare DEFLATE (RFC 9110, 8.4.1.2).
            "deflate" => (body.Span[0] & 0xF) == ZlibMethod
                ? new ZLibStream(bytes, CompressionMode.Decompress)
                : new DeflateStream(bytes, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte>? Read(Stream from, int limit)
    {
        using var all = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (from.Read(buffer) is > 0 and var read)
        {
            all.Write(buffer, 0, read);
            if (all.Length > limit)
            {
                return null;
            }
        }

        return all.ToArray();
    }
}
