using System.Text.Json;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>A self-test for machines: every trial, one after the other.</summary>
internal static class SelfTestJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static void Write(Stream output, SelfTestReport report)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("seeds");
            report.Seeds.ToList().ForEach(json.WriteNumberValue);
            json.WriteEndArray();
            json.WriteNumber("defects", report.Defects.Count);
            json.WriteNumber("found", report.Found);
            json.WriteNumber("foundAsMeant", report.Defects.Count(d => d.IsFoundAsMeant));
            json.WriteNumber("falseAlarms", report.FalseAlarms);
            json.WriteBoolean("stopped", report.Stopped);
            json.WriteNumber("durationMs", Math.Round(report.Time.TotalMilliseconds, 1));
            json.WriteNumber("exitCode", report.ExitCode);
            json.WriteStartArray("trials");
            foreach (var result in report.Results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, TrialResult result)
    {
        var trial = result.Trial;
        json.WriteStartObject();
        json.WriteString("defect", trial.Defect?.Name);
        json.WriteString("meantFor", trial.Defect?.Check);
        json.WriteString("mode", Running.DefectOptions.NameOf(trial.Mode));
        json.WriteString("policy", result.Policy);
        json.WriteBoolean("auto", trial.Policy == "auto");
        json.WriteString("settings", trial.Settings);
        json.WriteNumber("seed", trial.Seed);
        json.WriteBoolean("found", result.IsFound);
        json.WriteStartArray("checks");
        result.Checks.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("durationMs", Math.Round(result.Time.TotalMilliseconds, 1));
        json.WriteNumber("inconclusive", result.Totals.Inconclusive);
        json.WriteString("first", result.First);
        json.WriteEndObject();
    }
}
