using Spectre.Console;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>Labelled lines. Values are never broken, so that a command can be copied whole.</summary>
internal static class Fields
{
    private const int LabelWidth = 10;

    public static void Write(IAnsiConsole console, string indent, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            console.Write(new Paragraph(indent + label.PadRight(LabelWidth), Styles.Quiet));
            console.Profile.Out.Writer.WriteLine(value);
        }
    }

    /// <summary>A paragraph with a hanging indent, broken at the terminal's width.</summary>
    public static void WriteParagraph(IAnsiConsole console, int indent, string text, Style? style = null) =>
        console.Write(new Padder(new Paragraph(text, style), new Padding(indent, 0, 0, 0)));
}
