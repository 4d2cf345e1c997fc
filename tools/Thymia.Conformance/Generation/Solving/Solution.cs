using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>What came of looking for a value.</summary>
internal abstract record Solution
{
    private Solution() { }

    /// <param name="Value">Null is JSON null.</param>
    public sealed record Found(JsonNode? Value) : Solution;

    /// <param name="Reason">A clause, such as <c>'minLength' 5 is above 'maxLength' 2</c>.</param>
    /// <param name="Pointer">JSON Pointer of the schema that says so.</param>
    /// <param name="IsProven">Whether no value fits at all; otherwise none was found
    /// within the bounds of the search.</param>
    public sealed record Failed(string Reason, string Pointer, bool IsProven) : Solution;
}
