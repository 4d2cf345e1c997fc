using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>One of the files that a description is written in.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="Key">What it is found by: a full path or an address; the name where nothing leads to it.</param>
/// <param name="Text">Its values and their lines.</param>
internal sealed record SourceFile(string Name, string Key, SourceText Text)
{
    /// <summary>Relative to the folder of the description, with <c>/</c>; null of the description itself.</summary>
    public string? Relative { get; init; }

    /// <summary>Whether it is no part of the description but changes to it, whose references lead from there.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>The value at a JSON Pointer; null where there is none.</summary>
    public JsonNode? Find(string pointer) => TreeNodes.Find(Text.Json, pointer);
}
