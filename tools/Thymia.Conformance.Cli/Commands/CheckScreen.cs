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
    /// <param name="isWhole">Whether to show all that there is to know of each, rather than what must hold.</param>
    public static int Write(IAnsiConsole console, IReadOnlyList<CheckDescription> checks, bool isWhole)
    {
        foreach (var check in checks)
        {
            console.Write(new Paragraph(check.Id, new Style(decoration: Decoration.Bold)));
            console.Write(
                new Paragraph(
                    $"  {check.Severity.ToString().ToLowerInvariant()}\n",
                    new Style(decoration: Decoration.Dim)
                )
            );
            Paragraph(console, check.Title + ".");
            if (isWhole)
            {
                console.WriteLine();
                Paragraph(console, check.Documentation);
                Paragraph(
                    console,
                    check.SilencedBy.Count == 0
                        ? ""
                        : $"Not asked where one of these found the cause: {string.Join(", ", check.SilencedBy)}."
                );
                WriteDefects(console, check);
            }
        }

        return 0;
    }

    /// <summary>What rules of a kind ask.</summary>
    public static int WriteKind(IAnsiConsole console, string kind, string page)
    {
        console.Write(new Paragraph(kind, new Style(decoration: Decoration.Bold)));
        console.Write(new Paragraph("  kind of rule\n", new Style(decoration: Decoration.Dim)));
        Paragraph(console, page);
        console.WriteLine();
        Paragraph(console, "docs/rules.md shows how to write rules for an API of yours.");
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
            console,
            $"It is shown to find {Amounts.Of(defects.Count, "Defect")} of the reference provider. See it find one:"
        );
        console.Profile.Out.Writer.WriteLine(
            $"   {ToolName.Name} run --defect {first.Name}{(settings.Length > 0 ? " " : "")}{settings}"
        );
    }

    private static void Paragraph(IAnsiConsole console, string text)
    {
        if (text.Length > 0)
        {
            console.Write(new Padder(new Paragraph(text), new Padding(3, 0, 0, 0)));
        }
    }
}
