using Spectre.Console;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Running;
using Thymia.Conformance.Sequences.Relations;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Inspecting;

/// <summary>An inspection for people: a paragraph for each operation, then what is left out.</summary>
internal static class InspectionScreen
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(IAnsiConsole console, RunPlan plan)
    {
        foreach (var inspection in Inspection.Of(plan))
        {
            Write(console, inspection, plan.Relations);
        }

        foreach (var (name, fault) in plan.LeftOut)
        {
            Paragraph(console, $"{name} · not tested", Bold);
            Paragraph(console, $"  {fault.Message}");
            console.WriteLine();
        }

        Paragraph(console, LeftOutLines.Share(plan) ?? $"{Amounts.Of(plan.Operations.Count, "operation")} tested");
    }

    private static void Write(IAnsiConsole console, Inspection inspection, RelationTable relations)
    {
        var (operation, valid, invalid, _) = inspection.Plan;
        Paragraph(console, $"{operation.Name} · {Amounts.Of(valid + invalid, "case")}", Bold);
        Paragraph(console, $"  Cases        {valid} valid, {invalid} invalid, and random ones");
        List(console, "Parameters", inspection.Parameters);
        foreach (var sentence in inspection.Ids(relations))
        {
            Paragraph(console, $"  Needs        {sentence}");
        }

        List(console, "Bodies", inspection.Bodies);
        Paragraph(console, $"  Credentials  {inspection.Credentials}");
        List(
            console,
            "Answers",
            inspection.Answers.Select(a =>
                a.MediaTypes.Count == 0 ? a.Status : $"{a.Status} ({string.Join(", ", a.MediaTypes)})"
            )
        );
        foreach (var sentence in inspection.NotTested)
        {
            Paragraph(console, $"  Not tested   {sentence}");
        }

        console.WriteLine();
    }

    private static void List(IAnsiConsole console, string title, IEnumerable<string> items)
    {
        if (items.Any())
        {
            Paragraph(console, $"  {title, -11}  {string.Join(", ", items)}");
        }
    }

    private static void Paragraph(IAnsiConsole console, string text, Style? style = null) =>
        console.Write(new Paragraph(SafeText.Of(text) + "\n", style ?? Style.Plain));
}
