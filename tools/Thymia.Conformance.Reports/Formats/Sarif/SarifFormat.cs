using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats.Sarif;

/// <summary><c>report.sarif</c>, for code hosts that show findings at lines of the description.</summary>
internal sealed class SarifFormat(ReportContext context) : IReportFormat
{
    public string Label => "SARIF";

    public string FileName => "report.sarif";

    public Task WriteAsync(string path, ReplayCommand replay)
    {
        OutputFile.Write(path, new SarifFile(context.Run, replay, context.ToolVersion, Description).Write);
        return Task.CompletedTask;
    }

    // The contract that comes with the suite stands in schemas/ of its repository.
    private string Description => context.Description ?? $"schemas/{context.Run.Started!.Description.Source}";
}
