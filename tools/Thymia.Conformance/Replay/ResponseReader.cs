using System.Net.Http.Headers;

namespace Thymia.Conformance.Replay;

/// <summary>Takes an answer as it came from .NET's HTTP stack, which validates none of its headers.</summary>
internal static class ResponseReader
{
    /// <summary>Status, every line of its headers, and the body.</summary>
    public static Answer Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var headers = new List<KeyValuePair<string, string>>(8);
        AddTo(headers, response.Headers.NonValidated);
        AddTo(headers, response.Content.Headers.NonValidated);
        return new Answer
        {
            Status = (int)response.StatusCode,
            Headers = headers,
            Body = body,
        };
    }

    private static void AddTo(List<KeyValuePair<string, string>> headers, HttpHeadersNonValidated received)
    {
        foreach (var (name, values) in received)
        {
            foreach (var value in values)
            {
                headers.Add(new(name, value));
            }
        }
    }
}
