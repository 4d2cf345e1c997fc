using Spectre.Console;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.SelfTesting;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Text;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Shows what checks ask.</summary>
internal static class CheckScreen
{
    /// <param name="id">The check to show in full; null lists all of them.</param>
    public static int Write(IAnsiConsole console, string? id)
    {
        foreach (var check in CheckCatalogue.All.Where(c => id is null || c.Id == id))
        {
            console.Write(new Paragraph(check.Id, new Style(decoration: Decoration.Bold)));
            console.Write(new Paragraph(
                $"  {check.Severity.ToString().ToLowerInvariant()}\n", new Style(decoration: Decoration.Dim)));
            Paragraph(console, check.Title + ".");
            if (id is not null)
            {
                console.WriteLine();
                Paragraph(console, check.Documentation);
                Paragraph(console, check.SilencedBy.Count == 0
                    ? ""
                    : $"Not asked where one of these found the cause: {string.Join(", ", check.SilencedBy)}.");
                WriteDefects(console, check);
            }
        }

        return 0;
    }

    private static void WriteDefects(IAnsiConsole console, CheckDescription check)
    {
        var defects = ReferenceProvider.Defects.Where(d => d.Check == check.Id).ToList();
        if (defects is not [var first, ..])
        {
            return;
        }

        var settings = SelfTestRequest.OfDefect(first, null, 1).Settings;
        console.WriteLine();
        Paragraph(
            console, $"It is shown to find {Amounts.Of(defects.Count, "Defect")} of the reference provider. See it find one:");
        console.Profile.Out.Writer.WriteLine(
            $"   {ToolName.Name} run --defect {first.Name}{(settings.Length > 0 ? " " : "")}{settings}");
    }

    private static void Paragraph(IAnsiConsole console, string text)
    {
        if (text.Length > 0)
        {
            console.Write(new Padder(new Paragraph(text), new Padding(3, 0, 0, 0)));
        }
    }
}
