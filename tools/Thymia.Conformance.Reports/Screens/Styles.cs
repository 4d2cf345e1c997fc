using Spectre.Console;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>The few colours of the terminal; without colour every screen reads the same.</summary>
internal static class Styles
{
    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red);

    public static Style Doubtful { get; } = new(Color.Yellow);

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);
}
