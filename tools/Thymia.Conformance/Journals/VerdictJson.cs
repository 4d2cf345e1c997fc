using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Journals;

/// <summary>A verdict within a line of the journal.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        var (name, reason, rule) = verdict switch
        {
            Verdict.Passed => ("passed", null, null),
            Verdict.Failed => ("failed", null, null),
            Verdict.Tolerated t => ("tolerated", t.Reason, t.Rule),
            Verdict.Known k => ("known", k.Reason, k.Deviation),
            Verdict.Inconclusive i => ("inconclusive", i.Reason, null),
            Verdict.Skipped s => ("skipped", s.Reason, null),
            Verdict.Erred e => ("erred", e.Reason, (string?)null),
            _ => throw new ArgumentException("There is no such verdict.", nameof(verdict)),
        };
        json.WriteString("verdict", name);
        WriteText(json, "reason", reason);
        WriteText(json, "rule", rule);
        WriteFindings(json, "findings", (verdict as Verdict.Failed)?.Findings ?? []);
    }

    /// <summary>Writes remarks where there are any.</summary>
    public static void WriteRemarks(Utf8JsonWriter json, IReadOnlyList<Finding> remarks) =>
        WriteFindings(json, "remarks", remarks);

    /// <summary>What was remarked; none where nothing was.</summary>
    public static IReadOnlyList<Finding> ReadRemarks(JsonElement line, TestCase testCase) =>
        line.TryGetProperty("remarks", out var remarks)
            ? [.. remarks.EnumerateArray().Select(f => ReadFinding(f, testCase))]
            : [];

    private static void WriteFindings(Utf8JsonWriter json, string name, IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            json.WriteStartArray(name);
            findings.ToList().ForEach(f => Write(json, f));
            json.WriteEndArray();
        }
    }

    public static Verdict Read(JsonElement line, TestCase testCase) =>
        line.GetProperty("verdict").GetString() switch
        {
            "passed" => new Verdict.Passed(),
            "failed" => new Verdict.Failed([
                .. line.GetProperty("findings").EnumerateArray().Select(f => ReadFinding(f, testCase)),
            ]),
            "tolerated" => new Verdict.Tolerated(Text(line, "rule"), Text(line, "reason")),
            "known" => new Verdict.Known(Text(line, "rule"), Text(line, "reason")),
            "inconclusive" => new Verdict.Inconclusive(Text(line, "reason")),
            "skipped" => new Verdict.Skipped(Text(line, "reason")),
            "erred" => new Verdict.Erred(Text(line, "reason")),
            var other => throw new FormatException($"there is no verdict '{other}'"),
        };

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("check", finding.Check);
        json.WriteString("location", finding.Location);
        json.WriteString("found", finding.Found);
        json.WriteString("expected", finding.Expected);
        json.WriteString("source", finding.Source);
        json.WriteEndObject();
    }

    private static Finding ReadFinding(JsonElement finding, TestCase testCase) =>
        new()
        {
            Check = Text(finding, "check"),
            CaseId = testCase.Id,
            Operation = testCase.Operation.Name,
            Location = Text(finding, "location"),
            Found = Text(finding, "found"),
            Expected = Text(finding, "expected"),
            Source = Text(finding, "source"),
        };

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string Text(JsonElement from, string name) => JournalText.Of(from.GetProperty(name));
}
