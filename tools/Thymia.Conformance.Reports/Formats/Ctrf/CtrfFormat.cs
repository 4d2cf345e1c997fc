using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats.Ctrf;

/// <summary><c>ctrf.json</c>, for tools that read the Common Test Report Format.</summary>
internal sealed class CtrfFormat(ReportContext context) : IReportFormat
{
    public string Label => "CTRF";

    public string FileName => "ctrf.json";

    public Task WriteAsync(string path, ReplayCommand replay)
    {
        OutputFile.Write(path, new CtrfFile(context.Run, replay, context.ToolVersion).Write);
        return Task.CompletedTask;
    }
}
