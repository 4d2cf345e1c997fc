using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html.Components;
using Thymia.Conformance.Reports.Formats.Html.Views;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;

namespace Thymia.Conformance.Reports.Formats.Html;

/// <summary>
/// <c>report.html</c>: the run for people, in one file that needs no network. What a provider said is text in it and
/// nothing else: the framework escapes it, and the page's policy lets no script run but its own.
/// </summary>
public sealed class HtmlReport(RunRecord run, ReplayCommand replay, Masking masking, string toolVersion)
{
    /// <summary>What changed since an earlier run; null where none is compared with.</summary>
    public RunComparison? Changes { get; init; }

    /// <summary>The page, in UTF-8.</summary>
    public Task<byte[]> RenderAsync()
    {
        var page = new PageReader(run, replay, masking, toolVersion).Read() with { Changes = Changes };
        return HtmlPage.RenderAsync<ReportPage>(nameof(ReportPage.Page), page);
    }
}
