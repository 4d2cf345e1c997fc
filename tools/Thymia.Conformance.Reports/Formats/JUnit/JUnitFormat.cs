using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Formats.JUnit;

/// <summary><c>junit.xml</c>, for CI services.</summary>
internal sealed class JUnitFormat(ReportContext context) : IReportFormat
{
    public string Label => "JUnit";

    public string FileName => "junit.xml";

    public Task WriteAsync(string path, ReplayCommand replay)
    {
        OutputFile.Write(path, new JUnitFile(context.Run, replay).Write);
        return Task.CompletedTask;
    }
}
