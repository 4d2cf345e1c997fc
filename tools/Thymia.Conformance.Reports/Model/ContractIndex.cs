using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Reports.Model;

/// <summary>Finds the place of the description that demands what a finding misses.</summary>
internal sealed class ContractIndex
{
    private const string Clause = ", ";
    private const string Prose = ": ";
    private readonly ApiDescription _description;
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public ContractIndex(ApiDescription description)
    {
        _description = description;
        if (
            description.Document.ValueKind == JsonValueKind.Object
            && description.Document.TryGetProperty("components", out var components)
            && components.TryGetProperty("schemas", out var schemas)
        )
        {
            Add(schemas, "/components/schemas");
        }
    }

    /// <summary>File and line of a place.</summary>
    public string PlaceOf(string pointer) => _description.PlaceOf(pointer);

    /// <summary>Its file relative to the folder of the description; null of the description itself.</summary>
    public string? FileOf(string pointer) => _description.RelativeSourceOf(pointer);

    public int LineOf(string pointer) => _description.LineOf(pointer);

    /// <summary>The value there; null where there is none.</summary>
    public JsonElement? At(string pointer) => JsonPointer.Find(_description.Document, pointer);

    /// <summary>
    /// JSON Pointer of the keyword that demands it, else of its operation; null where that is not known.
    /// </summary>
    public string? Find(ReportedFinding finding) =>
        ByName(finding.Finding.Source)
        ?? ByProse(finding.Finding.Source)
        ?? OfBreak(finding)
        ?? OfOperation(finding.Case.Operation, finding.Finding);

    private string? ByName(string source)
    {
        var at = source.LastIndexOf(Clause, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var (name, keyword) = (source[..at], source[(at + Clause.Length)..]);
        var pointer = _byName.GetValueOrDefault(name);
        return pointer is null ? null : Stated(pointer, keyword);
    }

    // What no keyword says, a description may: "VoiceAgentCallCreateResponse.id: the id of the newly created call".
    private string? ByProse(string source) =>
        source.IndexOf(Prose, StringComparison.Ordinal) is > 0 and var at
        && _byName.GetValueOrDefault(source[..at]) is { } pointer
            ? JsonPointer.Append(pointer, "description") is var prose && At(prose) is not null
                ? prose
                : pointer
            : null;

    // Required stands beside the properties, one level up from what it is about.
    private string Stated(string pointer, string keyword)
    {
        var own = JsonPointer.Append(pointer, keyword);
        var owner = JsonPointer.Append(JsonPointer.Parent(JsonPointer.Parent(pointer)), keyword);
        return At(own) is not null ? own
            : keyword == "required" && At(owner) is not null ? owner
            : pointer;
    }

    private static string? OfBreak(ReportedFinding finding) =>
        finding.Finding.Check == "invalid-rejected" && finding.Case.Mutation is { Constraint: var constraint }
            ? JsonPointer.Append(constraint.Pointer, constraint.Keyword)
            : null;

    private static string OfOperation(Operation operation, Judging.Finding finding) =>
        finding.Location.StartsWith("answer", StringComparison.Ordinal)
            ? JsonPointer.Append(operation.Pointer, "responses")
            : operation.Pointer;

    private void Add(JsonElement at, string pointer)
    {
        if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in at.EnumerateObject())
            {
                var child = JsonPointer.Append(pointer, member.Name);
                _byName.TryAdd(SchemaNames.Of(child), child);
                Add(member.Value, child);
            }
        }
        else if (at.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < at.GetArrayLength(); i++)
            {
                Add(at[i], $"{pointer}/{i}");
            }
        }
    }
}
