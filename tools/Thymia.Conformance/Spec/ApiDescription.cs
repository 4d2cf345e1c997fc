using System.Text.Json;

namespace Thymia.Conformance.Spec;

/// <summary>The OpenAPI document as read: its operations, and the whole text normalised to OpenAPI 3.1 as JSON.</summary>
public sealed record ApiDescription
{
    /// <summary>The file it was read from, as the user named it.</summary>
    public required string Source { get; init; }

    public required string Title { get; init; }

    /// <summary><c>info.version</c> of the document.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the file's bytes in lower-case hex: two runs with the same one tested the same contract.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>The document in the form of OpenAPI 3.1, whatever its version was; schema pointers lead into it.</summary>
    public required JsonElement Document { get; init; }

    /// <summary>JSON Pointer to the line (from 1) where the file states it.</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>The line of <paramref name="pointer"/> in <see cref="Source"/>, or of its nearest stated ancestor.</summary>
    public int LineOf(string pointer)
    {
        for (var at = pointer; ; at = at[..at.LastIndexOf('/')])
        {
            if (Lines.TryGetValue(at, out var line))
            {
                return line;
            }

            if (at.Length == 0)
            {
                return 1;
            }
        }
    }
}
