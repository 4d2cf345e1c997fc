using Spectre.Console;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>What a run created and could not delete, or was to keep.</summary>
public static class LeftList
{
    private const int MaxShown = 20;

    /// <param name="left">None writes nothing.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<LeftThing> left)
    {
        if (left.Count == 0)
        {
            return;
        }

        console.Write(new Paragraph($"Left at the provider: {Amounts.Of(left.Count, "thing")}.", Styles.Doubtful));
        console.WriteLine();
        foreach (var thing in left.Take(MaxShown))
        {
            console.Write(new Paragraph($"  {Line(thing)}", Styles.Quiet));
            console.WriteLine();
        }

        if (left.Count > MaxShown)
        {
            console.Write(new Paragraph($"  and {left.Count - MaxShown} more: see results.json", Styles.Quiet));
            console.WriteLine();
        }
    }

    private static string Line(LeftThing thing) =>
        SafeText.Of(
            thing.Path is { } path
                ? $"{path}, of {thing.Producer}: {thing.Reason}"
                : $"{thing.Producer}: {thing.Reason}"
        );
}
