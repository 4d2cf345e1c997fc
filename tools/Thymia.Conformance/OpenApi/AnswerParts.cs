namespace Thymia.Conformance.OpenApi;

/// <summary>The parts of an answer that are held to schemas, and how sentences name them.</summary>
internal static class AnswerParts
{
    /// <summary>Such as <c>answer 200</c>.</summary>
    public static string Whole(DocumentedResponse response) => $"answer {response.Status}";

    /// <summary>The answer without the schemas that have something against them.</summary>
    /// <param name="obstacle">What keeps the schema at a JSON Pointer from being judged; null where nothing
    /// does.</param>
    /// <param name="ofHeader">The same of the declaration of a header.</param>
    /// <param name="found">Takes each part that stays unjudged, and why.</param>
    public static DocumentedResponse Keep<T>(
        DocumentedResponse response,
        Func<string, T?> obstacle,
        Func<Parameter, T?> ofHeader,
        Action<string, T> found
    )
        where T : class
    {
        var contents = new Dictionary<string, string?>(response.Contents, StringComparer.OrdinalIgnoreCase);
        foreach (var (type, pointer) in response.Contents)
        {
            if (pointer is not null && obstacle(pointer) is { } reason)
            {
                contents[type] = null;
                if (MediaTypes.IsJudged(type))
                {
                    found(response.Contents.Count == 1 ? Whole(response) : $"{Whole(response)} ({type})", reason);
                }
            }
        }

        var headers = new List<Parameter>();
        foreach (var header in response.Headers)
        {
            if (ofHeader(header) is { } reason)
            {
                found($"header {header.Name} of {Whole(response)}", reason);
                continue;
            }

            headers.Add(header);
        }

        return response with
        {
            Contents = contents,
            Headers = headers,
        };
    }
}
