using System.Text;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>A self-test for the page that a CI service shows, or for a document.</summary>
internal static class SelfTestMarkdown
{
    public static string Of(SelfTestReport report)
    {
        var text = new StringBuilder("### ").Append(report.Sentence).Append("\n\n");
        if (report.Healthy.Count > 0)
        {
            Append(text, SelfTestRows.HealthyTitles, report.Healthy.Select(SelfTestRows.Of));
        }

        if (report.Defects.Count > 0)
        {
            Append(text, SelfTestRows.DefectTitles, report.Defects.Select(SelfTestRows.Of));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(
        StringBuilder text,
        IReadOnlyList<string> titles,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        Append(text, titles);
        Append(text, [.. titles.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Append(text, row);
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
