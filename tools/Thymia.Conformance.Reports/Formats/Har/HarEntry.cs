namespace Thymia.Conformance.Reports.Formats.Har;

/// <summary>A request and what came of it, as an archive shows them.</summary>
internal sealed record HarEntry(HarRequest Request, HarAnswer? Answer, string Comment)
{
    /// <summary>The epoch where nothing was sent: a time of ours would make two archives of one seed differ.</summary>
    public DateTimeOffset SentAt { get; init; } = DateTimeOffset.UnixEpoch;

    public TimeSpan Duration { get; init; }
}

/// <param name="Target">Path and query, percent-encoded, relative to the base URL.</param>
internal sealed record HarRequest(
    string Method,
    string Target,
    IEnumerable<KeyValuePair<string, string>> Headers,
    HarBody? Body
);

/// <param name="Status">As answered.</param>
internal sealed record HarAnswer(
    int Status,
    IEnumerable<KeyValuePair<string, string>> Headers,
    string Redirect,
    HarBody Body
);

/// <param name="Text">Its text as far as it is shown.</param>
/// <param name="Size">In bytes, the whole of it.</param>
internal sealed record HarBody(string Type, string Text, int Size)
{
    /// <summary>The exact bytes of a body that is no text; null where the text will do.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>What one should know of it; null for nothing.</summary>
    public string? Comment { get; init; }
}
