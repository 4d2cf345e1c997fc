using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>The OpenAPI document as read: its operations, and the whole text as JSON in the words of OpenAPI
/// 3.1.</summary>
public sealed record ApiDescription
{
    /// <summary>The file it was read from, as the user named it.</summary>
    public required string Source { get; init; }

    public required string Title { get; init; }

    /// <summary><c>info.version</c> of the document.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the file's bytes in lower-case hex, or of those of all its files: two runs with the same one
    /// tested the same contract.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Those that can be tested, in the order of the document.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>Those that a fault of the description keeps from being tested.</summary>
    public IReadOnlyList<LeftOutOperation> LeftOut { get; init; } = [];

    /// <summary>Parts of the others that are passed over.</summary>
    public IReadOnlyList<LeftOutPart> LeftOutParts { get; init; } = [];

    /// <summary>Faults that no operation leads to: sentences, each with its line.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>
    /// The document as it stands, with the schemas of an older version put in the words of 3.1; each value is where the
    /// file has it, so pointers lead into both. What other files state is a component, or stands in place of the
    /// reference to it.
    /// </summary>
    public required JsonElement Document { get; init; }

    /// <summary>Where each value is written.</summary>
    internal PlaceMap? Places { get; init; }

    /// <summary>Schema documents besides it that references may lead to, by their absolute URIs; none by default, and
    /// nothing ever fetches one.</summary>
    internal IReadOnlyDictionary<string, JsonElement> FurtherDocuments { get; init; } =
        new Dictionary<string, JsonElement>();

    /// <summary>Schema keywords to pass over although they cannot be judged; none by default.</summary>
    public IReadOnlySet<string> IgnoredKeywords { get; init; } = new HashSet<string>();

    /// <summary>The line of <paramref name="pointer"/> in its file, or of its nearest stated ancestor.</summary>
    public int LineOf(string pointer) => Places?.LineOf(pointer) ?? 1;

    /// <summary>The file that states <paramref name="pointer"/>: <see cref="Source"/>, or one that a reference in it
    /// leads to.</summary>
    public string SourceOf(string pointer) => Places?.Of(pointer).File.Name ?? Source;

    /// <summary>The same relative to the folder of the description, with <c>/</c>; null of the description
    /// itself.</summary>
    public string? RelativeSourceOf(string pointer) => Places?.Of(pointer).File.Relative;

    /// <summary>File and line, such as <c>api.yaml:47</c>.</summary>
    public string PlaceOf(string pointer) => $"{SourceOf(pointer)}:{LineOf(pointer)}";
}
