using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Har;

/// <summary><c>exchanges.har</c>, every request and answer, written as they happen.</summary>
internal sealed class HarFormat(ReportContext context) : IReportFormat, IRunListener, IDisposable
{
    private HarFile? _file;
    private string? _comment;

    public string Label => "HAR";

    public string FileName => "exchanges.har";

    public void OnEvent(RunEvent happened)
    {
        if (happened is RunEvent.RunStarted started)
        {
            _file = new HarFile(context.PathOf(FileName), started.BaseUrl, context.Masking, context.ToolVersion);
        }
        else if (happened is RunEvent.PolicyChosen chosen)
        {
            _comment = SafeText.Of($"judged by the policy {chosen.Policy}, {chosen.Reason}");
        }
        else if (happened is RunEvent.CaseJudged judged)
        {
            _file?.Add(judged);
        }
    }

    public Task WriteAsync(string path, ReplayCommand replay)
    {
        _file?.Finish(_comment);
        return Task.CompletedTask;
    }

    public void Dispose() => _file?.Dispose();
}
