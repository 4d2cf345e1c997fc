using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats.Results;

/// <summary><c>results.json</c>, for machines; every run writes it.</summary>
internal sealed class ResultsFormat(ReportContext context) : IReportFormat
{
    public string Label => "Results";

    public string FileName => "results.json";

    public Task WriteAsync(string path, ReplayCommand replay)
    {
        OutputFile.Write(
            path,
            new ResultsFile(context.Run, replay, context.ToolVersion) { Masking = context.Masking }.Write
        );
        return Task.CompletedTask;
    }
}
