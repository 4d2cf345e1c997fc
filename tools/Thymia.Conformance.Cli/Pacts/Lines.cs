using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>Labelled lines, as on every other screen.</summary>
internal static class Lines
{
    public static void Field(this Terminal terminal, string label, string value) =>
        terminal.Out.WriteLine($"{label, -10}{SafeText.Of(value)}");

    /// <summary>A line that warns but stops nothing.</summary>
    public static void Note(this Terminal terminal, string text) =>
        terminal.Error.WriteLine($"note: {SafeText.Of(text)}");
}
