using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Thymia.Conformance.Reports.Html.Components;
using Thymia.Conformance.Reports.Masks;

namespace Thymia.Conformance.Reports.Html;

/// <summary>
/// <c>report.html</c>: the run for people, in one file that needs no network. What a provider said is text in it and
/// nothing else: the framework escapes it, and the page's policy lets no script run but its own.
/// </summary>
public sealed class HtmlReport(RunRecord run, ReplayCommand replay, Masking masking, string toolVersion)
{
    /// <summary>The page, in UTF-8.</summary>
    public async Task<byte[]> RenderAsync()
    {
        var page = new PageReader(run, replay, masking, toolVersion).Read();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [nameof(ReportPage.Page)] = page };
            var root = await renderer.RenderComponentAsync<ReportPage>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(html + "\n");
    }
}
