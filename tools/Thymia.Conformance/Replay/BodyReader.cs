namespace Thymia.Conformance.Replay;

/// <summary>Reads a body to its end or its limit, whichever comes first.</summary>
public static class BodyReader
{
    private const int FirstBuffer = 4096;

    /// <summary>The bytes; null where there are more than <paramref name="limit"/>, or said to be.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpContent content,
        int limit,
        CancellationToken cancellation
    )
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit)
        {
            return null;
        }

        if (announced == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        // One more than announced, so that the read that finds the end needs no larger buffer.
        var buffer = new byte[announced is { } length ? length + 1 : FirstBuffer];
        var filled = 0;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        while (await stream.ReadAsync(buffer.AsMemory(filled), cancellation) is > 0 and var read)
        {
            filled += read;
            if (filled > limit)
            {
                return null;
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
            }
        }

        return buffer.AsMemory(0, filled);
    }
}
