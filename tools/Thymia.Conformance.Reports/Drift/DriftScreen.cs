using Spectre.Console;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>A drift for the terminal: whom it breaks, where, what, and the lines.</summary>
public static class DriftScreen
{
    public static void Write(IAnsiConsole console, ContractDrift drift)
    {
        foreach (
            var (title, broken, style) in new[]
            {
                ("Breaks consumers", Broken.Consumers, Styles.Bad),
                ("Breaks providers", Broken.Providers, Styles.Bad),
                ("Breaks nobody", Broken.Nobody, Styles.Good),
            }
        )
        {
            var changes = drift.Changes.Where(c => c.Breaks == broken).ToList();
            if (changes.Count == 0)
            {
                continue;
            }

            console.Write(new Paragraph(title, style));
            console.WriteLine($" · {changes.Count}");
            foreach (var change in changes)
            {
                Fields.WriteParagraph(
                    console,
                    3,
                    SafeText.Of($"{change.Where}: {change.What} ({Lines(drift, change)})")
                );
            }

            console.WriteLine();
        }

        console.Write(
            new Paragraph(drift.Sentence, (drift.ExitCode == 0 ? Styles.Good : Styles.Bad).Combine(Styles.Heading))
        );
        console.WriteLine();
    }

    /// <summary>Where each document states it.</summary>
    internal static string Lines(ContractDrift drift, ContractChange change) =>
        string.Join(
            " → ",
            new[]
            {
                change.OldLine is { } old ? $"{change.OldFile ?? drift.Old.Source}:{old}" : null,
                change.NewLine is { } now ? $"{change.NewFile ?? drift.New.Source}:{now}" : null,
            }.OfType<string>()
        );
}
