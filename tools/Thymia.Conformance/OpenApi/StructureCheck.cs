using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Has Microsoft's OpenAPI reader judge the document around its schemas. The schemas themselves are read from the text:
/// the reader's model cannot hold all of JSON Schema (a <c>const</c> is text to it, a boolean schema nothing).
/// </summary>
internal static partial class StructureCheck
{
    // In 3.1 an operation need not document answers; nobody misses them in 3.0 either.
    private const string MissingResponses = "Responses must contain at least one response";

    /// <summary>Everything that is not valid OpenAPI, as far as it can be told where it stands.</summary>
    public static IReadOnlyList<Fault> Find(JsonObject root)
    {
        var document = WithoutSchemas(root);
        var problems = Problems(document);
        if (problems.Any(p => p.Pointer.Length == 0) && document["paths"] is JsonObject { Count: > 1 } paths)
        {
            // Where the reader trips it names no place: path by path it shows which one it is.
            var names = paths.Select(p => p.Key).ToList();
            var culprits = names.Where(n => Problems(WithPath(document, n)).Any(p => p.Pointer.Length == 0)).ToList();
            problems =
                culprits.Count is 0 || culprits.Count == names.Count
                    ? problems
                    :
                    [
                        .. problems.Where(p => p.Pointer.Length > 0),
                        .. culprits.Select(n =>
                            (JsonPointer.Append("/paths", n), problems.First(p => p.Pointer.Length == 0).Problem)
                        ),
                    ];
        }

        return
        [
            .. problems.Select(p => new Fault(
                p.Pointer,
                "description-not-openapi",
                $"not a valid OpenAPI document: {OneLine(p.Problem)}",
                $"compare it with the OpenAPI specification{(p.Pointer.Length > 0 ? $" at #{p.Pointer}" : "")}"
            )),
        ];
    }

    private static List<(string Pointer, string Problem)> Problems(JsonNode document)
    {
        try
        {
            var result = new OpenApiJsonReader().Read(
                document.DeepClone(),
                new Uri("file:///description"),
                new OpenApiReaderSettings()
            );
            var errors = result
                .Diagnostic?.Errors.Where(e => !e.Message.StartsWith(MissingResponses, StringComparison.Ordinal))
                .Select(e => (PointerOf(e), e.Message))
                .ToList()
                ?? [];
            return result.Document is null && errors.Count == 0 ? [("", "it has no content")] : errors;
        }
        catch (OpenApiException e)
        {
            return [(e.Pointer?.TrimStart('#') ?? "", e.Message)];
        }
        catch (Exception e)
        {
            // The reader trips over some shapes it does not expect; for a user that is the same as being told.
            return [("", e.Message)];
        }
    }

    private static JsonNode WithPath(JsonNode document, string path)
    {
        var copy = document.DeepClone();
        copy["paths"] = new JsonObject { [path] = document["paths"]![path]?.DeepClone() };
        return copy;
    }

    // Of a property that does not belong there the reader names the place in its message only.
    private static string PointerOf(OpenApiError error) =>
        Misplaced().Match(error.Message) is { Success: true } misplaced
            ? JsonPointer.Append(misplaced.Groups["pointer"].Value, misplaced.Groups["name"].Value)
            : error.Pointer?.TrimStart('#') ?? "";

    private static JsonNode WithoutSchemas(JsonObject root)
    {
        var copy = root.DeepClone();
        foreach (var (holder, name, _) in DocumentTree.Schemas(copy).ToList())
        {
            holder[name] = new JsonObject();
        }

        return copy;
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    [GeneratedRegex(
        @"^(?<name>.+) is not a valid property at #(?<pointer>/.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Misplaced();
}
