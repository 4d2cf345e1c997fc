using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Drift;
using Thymia.Conformance.Reports.Formats.Html.Components;

namespace Thymia.Conformance.Reports.Formats.Html;

/// <summary>Pages, each one file that needs no network.</summary>
public static class HtmlPage
{
    /// <summary>A comparison of two runs, in UTF-8.</summary>
    public static Task<byte[]> OfAsync(RunComparison comparison) =>
        RenderAsync<ComparisonPage>(nameof(ComparisonPage.Comparison), comparison);

    /// <summary>Runs over time, in UTF-8.</summary>
    public static Task<byte[]> OfAsync(RunHistory history) =>
        RenderAsync<HistoryPage>(nameof(HistoryPage.History), history);

    /// <summary>What changed between two contracts, in UTF-8.</summary>
    public static Task<byte[]> OfAsync(ContractDrift drift) => RenderAsync<DriftPage>(nameof(DriftPage.Drift), drift);

    /// <param name="parameter">The component's one parameter.</param>
    internal static async Task<byte[]> RenderAsync<TComponent>(string parameter, object value)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [parameter] = value };
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(html + "\n");
    }
}
