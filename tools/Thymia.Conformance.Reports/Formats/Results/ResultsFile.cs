using System.Text.Json;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Model.Answers;
using Thymia.Conformance.Reports.Model.Coverage;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Results;

/// <summary><c>results.json</c>: the run for machines, as <c>schemas/results.schema.json</c> describes it.</summary>
public sealed class ResultsFile(RunRecord run, ReplayCommand replay, string toolVersion)
{
    /// <summary>Counts up with any change that a reader of the file has to know of.</summary>
    public const int FormatVersion = 1;

    // Of very many findings the last are told without what id and seed give anyone who asks for it.
    private const int MostCommands = 1_000;

    /// <summary>Takes the key out of the words of validation errors; by default there is none.</summary>
    public Masking Masking { get; init; } = new([], null);

    /// <summary>Writes the file; its findings and remarks are in the order of case ids.</summary>
    public void Write(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, IndentedJson.Writer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tool", $"thymia-conformance {toolVersion}");
            WriteRun(json, run.Started!);
            LeftOutJson.Write(json, run.Started!.LeftOut);
            WriteTotals(json);
            WriteFindings(json);
            WriteCauses(json);
            WriteRemarks(json);
            DeviationsJson.Write(json, run.Deviations);
            LeftJson.Write(json, run.Finished?.Left ?? []);
            CoverageJson.Write(json, run.Coverage);
            AnswersJson.Write(json, run.Answers);
            ResponsesJson.Write(json, run.Answers);
            MapJson.Write(json, run.Map, Masking);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void WriteRun(Utf8JsonWriter json, RunEvent.RunStarted started)
    {
        json.WriteNumber("seed", started.Seed.Value);
        json.WriteString("baseUrl", started.BaseUrl.ToString());
        json.WriteBoolean("embedded", replay.Embedded);
        json.WriteString("startedAt", started.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        json.WriteNumber("durationMs", Math.Round(run.Finished?.Duration.TotalMilliseconds ?? 0, 1));
        json.WriteStartObject("description");
        json.WriteString("file", started.Description.Source);
        json.WriteString("title", started.Description.Title);
        json.WriteString("version", started.Description.Version);
        json.WriteString("sha256", started.Description.Sha256);
        if (started.Description.IgnoredKeywords.Count > 0)
        {
            json.WriteStartArray("ignoredKeywords");
            started.Description.IgnoredKeywords.Order(StringComparer.Ordinal).ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (run.Policy is { } policy)
        {
            json.WriteStartObject("policy");
            json.WriteString("name", policy.Policy);
            json.WriteString("reason", SafeText.Of(policy.Reason));
            json.WriteStartArray("probes");
            policy.ProbeStatuses.ToList().ForEach(json.WriteNumberValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteBoolean("cancelled", run.Finished is not { Cancelled: false });
        if (run.Finished?.GivenUp is { } reason)
        {
            json.WriteString("givenUp", reason);
        }

        json.WriteStartArray("unaccepted");
        run.Unaccepted.ToList().ForEach(u => json.WriteStringValue(SafeText.Of(u)));
        json.WriteEndArray();
        json.WriteNumber("exitCode", run.ExitCode);
    }

    private void WriteTotals(Utf8JsonWriter json)
    {
        json.WriteNumber("cases", run.Totals.Cases);
        json.WriteNumber("passed", run.Totals.Passed);
        json.WriteNumber("failed", run.Totals.Failed);
        json.WriteNumber("known", run.Totals.Known);
        json.WriteNumber("tolerated", run.Totals.Tolerated);
        json.WriteNumber("inconclusive", run.Totals.Inconclusive);
        json.WriteNumber("skipped", run.Totals.Skipped);
        if (run.NotReached > 0)
        {
            json.WriteNumber("notReached", run.NotReached);
        }

        json.WriteNumber("discarded", run.Totals.Discarded);
        json.WriteNumber("erred", run.Totals.Erred);
        json.WriteNumber("retries", run.Retries);
        json.WriteNumber("throttled", run.Throttled);
        if (run.Finished?.Created is { } created)
        {
            json.WriteNumber("created", created);
        }
    }

    private void WriteFindings(Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        var causes = new Dictionary<ReportedFinding, int>(ReferenceEqualityComparer.Instance);
        foreach (var (number, group) in run.Groups.Index())
        {
            group.Findings.ToList().ForEach(f => causes[f] = number + 1);
        }

        foreach (var (i, reported) in run.Findings.Index())
        {
            var finding = reported.Finding;
            json.WriteStartObject();
            json.WriteString("check", finding.Check);
            json.WriteString("caseId", finding.CaseId);
            json.WriteString("operation", finding.Operation);
            json.WriteString("location", finding.Location);
            json.WriteString("found", finding.Found);
            json.WriteString("expected", finding.Expected);
            json.WriteString("source", finding.Source);
            json.WriteString("sentence", finding.Sentence);
            json.WriteNumber("cause", causes[reported]);
            if (i < MostCommands)
            {
                WriteCommands(json, reported, run.Started!.BaseUrl);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCommands(Utf8JsonWriter json, ReportedFinding reported, Uri baseUrl)
    {
        json.WriteString("curl", replay.Curl(reported.Case, baseUrl));
        if (reported.Reduced is { } reduced)
        {
            json.WriteString("reducedCurl", replay.Curl(reduced, baseUrl));
        }

        json.WriteString("reproduce", replay.For(reported.Finding.CaseId));
    }

    private void WriteCauses(Utf8JsonWriter json)
    {
        json.WriteStartArray("causes");
        foreach (var group in run.Groups)
        {
            json.WriteStartObject();
            json.WriteString("check", group.Check);
            json.WriteNumber("cases", group.Cases);
            json.WriteString("sentence", group.Sentence);
            json.WriteString("caseId", group.Example.Case.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRemarks(Utf8JsonWriter json)
    {
        json.WriteStartArray("remarks");
        foreach (var remark in run.Remarks)
        {
            json.WriteStartObject();
            json.WriteString("caseId", remark.CaseId);
            json.WriteString("verdict", remark.Verdict);
            json.WriteString("reason", remark.Reason);
            if (remark.Rule is { } rule)
            {
                json.WriteString("rule", rule);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
