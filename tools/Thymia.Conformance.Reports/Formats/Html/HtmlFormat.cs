using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats.Html;

/// <summary><c>report.html</c>, for people.</summary>
internal sealed class HtmlFormat(ReportContext context) : IReportFormat
{
    public string Label => "Report";

    public string FileName => "report.html";

    public async Task WriteAsync(string path, ReplayCommand replay)
    {
        var report = new HtmlReport(context.Run, replay, context.Masking, context.ToolVersion)
        {
            Changes = context.Changes,
        };
        var page = await report.RenderAsync();
        OutputFile.Write(path, output => output.Write(page));
    }
}
