using System.Text.Json;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Sarif;

/// <summary>
/// <c>report.sarif</c>: the causes of findings in SARIF 2.1.0, each at the line of the description that demands what
/// was missed, so that code hosts show it there.
/// </summary>
/// <param name="file">The description as code hosts know it: relative to the root of the repository.</param>
public sealed class SarifFile(RunRecord run, ReplayCommand replay, string toolVersion, string file)
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public void Write(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, IndentedJson.Writer))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            WriteInvocation(json);
            WriteResults(json);
            WriteProperties(json);
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ProgramText.Name);
        json.WriteString("version", toolVersion);
        json.WriteStartArray("rules");
        foreach (var check in run.Checks)
        {
            json.WriteStartObject();
            json.WriteString("id", check.Id);
            WriteText(json, "shortDescription", check.Title);
            WriteText(json, "fullDescription", check.Documentation);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(check.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.Finished is { Cancelled: false, GivenUp: null });
        json.WriteNumber("exitCode", run.ExitCode);
        json.WriteString("startTimeUtc", run.Started!.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteResults(Utf8JsonWriter json)
    {
        var contract = new ContractIndex(run.Started!.Description);
        json.WriteStartArray("results");
        foreach (var group in run.Groups)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", group.Check);
            json.WriteString("level", Level(run.CheckOf(group.Check).Severity));
            WriteText(json, "message", $"{group.Sentence}. To see it again: {replay.For(group.Example.Case.Id)}");
            json.WriteNumber("occurrenceCount", group.Cases);
            WriteLocation(json, contract, group.Example);
            json.WriteStartObject("partialFingerprints");
            json.WriteString(
                "cause/v1",
                $"{group.Check} {group.Example.Finding.Operation} {group.Example.Finding.Location}"
            );
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        foreach (var property in RunProperties.Of(run).ToLookup(p => p.Key, p => p.Value))
        {
            json.WriteString(property.Key, string.Join("; ", property));
        }

        json.WriteEndObject();
    }

    private void WriteLocation(Utf8JsonWriter json, ContractIndex contract, ReportedFinding finding)
    {
        var place = contract.Find(finding) ?? "";
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(FileAt(contract.FileOf(place))));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", contract.LineOf(place));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", $"{finding.Finding.Operation}, {finding.Finding.Location}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // Severity of ours is what a consumer suffers; code hosts know three levels.
    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Minor => "note",
            Severity.Major => "warning",
            _ => "error",
        };

    // Beside the description, or below its folder.
    private string FileAt(string? side) =>
        side is null ? file : string.Concat(file.AsSpan(0, file.Replace('\\', '/').LastIndexOf('/') + 1), side);

    private static string RelativeUri(string path) =>
        string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
