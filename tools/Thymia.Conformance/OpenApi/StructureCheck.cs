using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Has Microsoft's OpenAPI reader judge the document around its schemas. The schemas themselves are read from the text:
/// the reader's model cannot hold all of JSON Schema (a <c>const</c> is text to it, a boolean schema nothing).
/// </summary>
internal static partial class StructureCheck
{
    /// <exception cref="UnusableInputException">The document is not valid OpenAPI.</exception>
    public static void Demand(JsonObject root, SourceText text, string source)
    {
        var (pointer, problem) = FirstProblem(WithoutSchemas(root));
        if (problem is not null)
        {
            throw new UnusableInputException(
                "description-not-openapi",
                $"not a valid OpenAPI document: {OneLine(problem)}",
                $"{source}:{text.LineOf(pointer)}",
                $"compare it with the OpenAPI specification{(pointer.Length > 0 ? $" at #{pointer}" : "")}");
        }
    }

    private static (string Pointer, string? Problem) FirstProblem(JsonNode document)
    {
        try
        {
            var result =
                new OpenApiJsonReader().Read(document, new Uri("file:///description"), new OpenApiReaderSettings());
            return result.Diagnostic?.Errors.FirstOrDefault() is { } error
                ? (PointerOf(error), error.Message)
                : ("", result.Document is null ? "it has no content" : null);
        }
        catch (OpenApiException e)
        {
            return (e.Pointer?.TrimStart('#') ?? "", e.Message);
        }
        catch (Exception e)
        {
            // The reader trips over some shapes it does not expect; for a user that is the same as being told.
            return ("", e.Message);
        }
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

    [GeneratedRegex(@"^(?<name>.+) is not a valid property at #(?<pointer>/.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Misplaced();
}
