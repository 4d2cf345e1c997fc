using System.Text.Json;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Ctrf;

/// <summary>
/// <c>ctrf.json</c>: the run in the Common Test Report Format 0.0, a test for each demand of the contract, as in
/// <c>junit.xml</c>.
/// </summary>
public sealed class CtrfFile(RunRecord run, ReplayCommand replay, string toolVersion)
{
    public void Write(Stream output)
    {
        var findings = run.Findings.ToLookup(f => (f.Case.Operation.Name, f.Case.Location.Display, f.Case.Keyword));
        var tests = run
            .Places.Select(p =>
                (Place: p, Findings: (IReadOnlyList<ReportedFinding>)[.. findings[(p.Operation, p.Place, p.Keyword)]])
            )
            .ToList();
        using (var json = new Utf8JsonWriter(output, IndentedJson.Writer))
        {
            json.WriteStartObject();
            json.WriteString("reportFormat", "CTRF");
            json.WriteString("specVersion", "0.0.0");
            json.WriteString("generatedBy", $"{ProgramText.Name} {toolVersion}");
            json.WriteStartObject("results");
            json.WriteStartObject("tool");
            json.WriteString("name", ProgramText.Name);
            json.WriteString("version", toolVersion);
            json.WriteEndObject();
            WriteSummary(json, [.. tests.Select(t => Status(t.Place, t.Findings))]);
            json.WriteStartArray("tests");
            foreach (var (place, found) in tests)
            {
                Write(json, place, found);
            }

            json.WriteEndArray();
            json.WriteStartObject("environment");
            json.WriteString("testEnvironment", run.Started!.BaseUrl.ToString());
            WriteProperties(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("extra");
        foreach (var property in RunProperties.Of(run).ToLookup(p => p.Key, p => p.Value))
        {
            json.WriteString(property.Key, string.Join("; ", property));
        }

        json.WriteEndObject();
    }

    private void WriteSummary(Utf8JsonWriter json, IReadOnlyList<string> statuses)
    {
        var start = run.Started!.At.ToUnixTimeMilliseconds();
        json.WriteStartObject("summary");
        json.WriteNumber("tests", statuses.Count);
        foreach (var status in new[] { "passed", "failed", "pending", "skipped", "other" })
        {
            json.WriteNumber(status, statuses.Count(s => s == status));
        }

        json.WriteNumber("start", start);
        json.WriteNumber("stop", start + (long)(run.Finished?.Duration.TotalMilliseconds ?? 0));
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PlaceRecord place, IReadOnlyList<ReportedFinding> findings)
    {
        json.WriteStartObject();
        json.WriteString("name", SafeText.Of($"{place.Place} · {place.Keyword}"));
        json.WriteString("status", Status(place, findings));
        json.WriteNumber("duration", (long)place.Duration.TotalMilliseconds);
        json.WriteStartArray("suite");
        json.WriteStringValue(SafeText.Of(place.Operation));
        json.WriteEndArray();
        if (findings.Count > 0)
        {
            var groups = FindingGroup.ByPlace(findings).ToList();
            json.WriteString("message", groups[0].Sentence);
            json.WriteString("trace", string.Join('\n', groups.Select(Trace)));
        }
        else if (place.Errors.Concat(place.Known).FirstOrDefault() is { } reason)
        {
            json.WriteString("message", reason);
        }

        json.WriteEndObject();
    }

    private string Trace(FindingGroup group) =>
        $"{group.Sentence}\n  {replay.For(group.Example.Case.Id)}\n"
        + $"  {replay.Curl(group.Example.Case, run.Started!.BaseUrl)}";

    private static string Status(PlaceRecord place, IReadOnlyList<ReportedFinding> findings) =>
        findings.Count > 0 ? "failed"
        : place.Errors.Count > 0 ? "other"
        : place.Skipped == place.Cases || place.Known.Count > 0 ? "skipped"
        : "passed";
}
