using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>A text as a JSON tree, with the line of each place.</summary>
/// <param name="Json">The tree; null where the text is the JSON value <c>null</c>.</param>
/// <param name="Lines">JSON Pointer to line, from 1.</param>
internal sealed record SourceText(JsonNode? Json, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>The line of <paramref name="pointer"/>, or of its nearest stated ancestor.</summary>
    public int LineOf(string pointer) => LineOf(Lines, pointer);

    public static int LineOf(IReadOnlyDictionary<string, int> lines, string pointer)
    {
        for (var at = pointer; ; at = JsonPointer.Parent(at))
        {
            if (lines.TryGetValue(at, out var line))
            {
                return line;
            }

            if (!at.Contains('/', StringComparison.Ordinal))
            {
                return 1;
            }
        }
    }
}
