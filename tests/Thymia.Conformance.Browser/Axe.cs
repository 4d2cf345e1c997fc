using System.Text.Json;

namespace Thymia.Conformance.Browser;

/// <summary>Asks axe-core, from npm, what of a page keeps people out.</summary>
internal static class Axe
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Each broken rule with one place of it; the page must be open with its policy bypassed.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(OpenReport report)
    {
        await report.Page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "axe.min.js") });
        var json = await report.EvaluateAsync<JsonElement>(
            $"axe.run({{ runOnly: {JsonSerializer.Serialize(Rules)} }}).then(r => r.violations)"
        );
        return
        [
            .. json.EnumerateArray()
                .Select(v =>
                    $"{v.GetProperty("id")}: {v.GetProperty("help")} ({v.GetProperty("nodes").GetArrayLength()} "
                    + "places, such as "
                    + $"{v.GetProperty("nodes")[0].GetProperty("html")}: "
                    + $"{v.GetProperty("nodes")[0].GetProperty("failureSummary")})"
                ),
        ];
    }
}
