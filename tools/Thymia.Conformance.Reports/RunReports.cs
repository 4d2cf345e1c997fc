using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Ctrf;
using Thymia.Conformance.Reports.Formats.Har;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Reports.Formats.JUnit;
using Thymia.Conformance.Reports.Formats.Results;
using Thymia.Conformance.Reports.Formats.Sarif;
using Thymia.Conformance.Reports.Formats.StepSummary;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports;

/// <summary>Listens to a run, then writes <c>results.json</c> and the reports that the configuration asks for.</summary>
/// <param name="apiKey">The key in use, so that no report shows it; null where there is none.</param>
public sealed class RunReports(ConformanceOptions options, string? apiKey, string toolVersion) : IDisposable
{
    private readonly Masking _masking = new(options.Mask ?? Masking.Usual, apiKey, options.Credentials.Values);

    private HarFile? _har;

    public RunRecord Record { get; } = new();

    /// <summary>An earlier run to compare with; null for none.</summary>
    public RunSnapshot? Before { get; init; }

    /// <summary>What changed since then; null before the reports are written, and where there is no earlier run.</summary>
    public RunComparison? Changes { get; private set; }

    /// <summary>One event at a time, in order.</summary>
    /// <exception cref="UnusableInputException">The exchanges cannot be written.</exception>
    public void Hear(RunEvent happened)
    {
        Record.Hear(happened);
        if (happened is RunEvent.RunStarted started && options.Reports.HasFlag(ReportKinds.Har))
        {
            _har = new HarFile(PathOf("exchanges.har"), started.BaseUrl, _masking, toolVersion);
        }
        else if (happened is RunEvent.CaseJudged judged)
        {
            _har?.Hear(judged);
        }
    }

    /// <summary>Writes them all; label and place of each, the one for machines first.</summary>
    /// <exception cref="UnusableInputException">One cannot be written.</exception>
    public async Task<IReadOnlyList<(string Label, string Value)>> WriteAsync(ReplayCommand replay)
    {
        var written = new List<(string Label, string Value)>();
        Write("Results", "results.json", new ResultsFile(Record, replay, toolVersion) { Masking = _masking }.Write);
        Changes = Before is null ? null : new RunComparison(Before, SnapshotReader.Read(PathOf("results.json")));
        if (options.Reports.HasFlag(ReportKinds.Html))
        {
            var page = await new HtmlReport(Record, replay, _masking, toolVersion) { Changes = Changes }.RenderAsync();
            Write("Report", "report.html", output => output.Write(page));
        }

        if (options.Reports.HasFlag(ReportKinds.JUnit))
        {
            Write("JUnit", "junit.xml", new JUnitFile(Record, replay).Write);
        }

        if (options.Reports.HasFlag(ReportKinds.Sarif))
        {
            Write("SARIF", "report.sarif", new SarifFile(Record, replay, toolVersion, SarifPath()).Write);
        }

        if (options.Reports.HasFlag(ReportKinds.Ctrf))
        {
            Write("CTRF", "ctrf.json", new CtrfFile(Record, replay, toolVersion).Write);
        }

        if (_har is not null)
        {
            _har.Finish();
            written.Add(("HAR", PathOf("exchanges.har")));
        }

        return written;

        void Write(string label, string name, Action<Stream> content)
        {
            OutputFile.Write(PathOf(name), content);
            written.Add((label, PathOf(name)));
        }
    }

    /// <summary>Appends the run to the page that a CI service shows for a job.</summary>
    /// <param name="file">The value of <c>GITHUB_STEP_SUMMARY</c>; null or empty does nothing.</param>
    public void AppendStepSummary(string? file, ReplayCommand replay)
    {
        if (file is { Length: > 0 })
        {
            OutputFile.Append(file, StepSummaryText.Of(Record, replay));
        }
    }

    public void Dispose() => _har?.Dispose();

    private string PathOf(string name) => Path.Combine(options.Out, name);

    // The contract that comes with the suite stands in schemas/ of its repository.
    private string SarifPath() => options.Description ?? $"schemas/{Record.Started!.Description.Source}";
}
