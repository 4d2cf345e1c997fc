using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Replay;

/// <summary>What the provider answered.</summary>
public sealed record Answer
{
    public required int Status { get; init; }

    /// <summary>Response and content headers; a header with several values stands once for each.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>Bytes after transfer decoding and decompression.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    internal bool IsSuccess => Statuses.IsSuccess(Status);

    internal bool IsClientError => Statuses.IsClientError(Status);

    internal bool IsServerError => Statuses.IsServerError(Status);

    /// <summary>The value of the first header of that name, in any case; null where there is none.</summary>
    public string? Header(string name)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Headers[i].Value;
            }
        }

        return null;
    }
}
