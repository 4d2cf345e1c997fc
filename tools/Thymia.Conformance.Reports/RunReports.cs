using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats;
using Thymia.Conformance.Reports.Formats.StepSummary;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports;

/// <summary>
/// Listens to a run, then writes <c>results.json</c> and the reports that the configuration asks for.
/// </summary>
public sealed class RunReports : IRunListener, IDisposable
{
    private readonly ReportContext _context;
    private readonly IReadOnlyList<IReportFormat> _formats;
    private readonly IReadOnlyList<IRunListener> _growing;

    /// <param name="apiKey">The key in use, so that no report shows it; null where there is none.</param>
    public RunReports(ConformanceOptions options, string? apiKey, string toolVersion)
    {
        _context = new ReportContext(
            Record,
            new Masking(options.Mask ?? Masking.Usual, apiKey, options.FurtherSecrets),
            options.Out,
            toolVersion
        )
        {
            Description = options.Description,
        };
        _formats = ReportFormats.For(options.Reports, _context);
        _growing = [.. _formats.OfType<IRunListener>()];
    }

    public RunRecord Record { get; } = new();

    /// <summary>An earlier run to compare with; null for none.</summary>
    public RunSnapshot? Before { get; init; }

    /// <summary>
    /// What changed since then; null before the reports are written, and where there is no earlier run.
    /// </summary>
    public RunComparison? Changes => _context.Changes;

    /// <exception cref="UnusableInputException">A report that grows with the run cannot be written.</exception>
    public void OnEvent(RunEvent happened)
    {
        Record.OnEvent(happened);
        foreach (var report in _growing)
        {
            report.OnEvent(happened);
        }
    }

    /// <summary>Writes them all; label and place of each, the one for machines first.</summary>
    /// <exception cref="UnusableInputException">One cannot be written.</exception>
    public async Task<IReadOnlyList<(string Label, string Value)>> WriteAsync(ReplayCommand replay)
    {
        var written = new List<(string Label, string Value)>();
        foreach (var format in _formats)
        {
            var path = _context.PathOf(format.FileName);
            await format.WriteAsync(path, replay);
            written.Add((format.Label, path));

            // The comparison is of what has been written, as anyone else would compare it.
            _context.Changes ??= Before is null ? null : new RunComparison(Before, SnapshotReader.Read(path));
        }

        return written;
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

    public void Dispose()
    {
        foreach (var report in _formats.OfType<IDisposable>())
        {
            report.Dispose();
        }
    }
}
