using Spectre.Console;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>A comparison for the terminal.</summary>
public static class ComparisonScreen
{
    private const int Most = 20;
    private const int MostOfCause = 3;

    public static void Write(IAnsiConsole console, RunComparison comparison)
    {
        Fields.Write(console, "", ("Old", Describe(comparison.Old)), ("New", Describe(comparison.New)));
        console.WriteLine();
        foreach (var note in ComparisonNotes.Of(comparison))
        {
            Fields.WriteParagraph(console, 0, note, Styles.Doubtful);
        }

        WriteCauses(console, comparison);
        WriteCells(console, "New and broken", Styles.Bad, [.. comparison.AddedBroken]);
        WriteChanges(console, "Fixed", Styles.Good, comparison.Fixed);
        WriteChanges(console, "Otherwise", Styles.Doubtful, comparison.Otherwise);
        foreach (var latency in comparison.Latency.Where(l => l.IsBeyondNoise))
        {
            console.Write(
                new Paragraph(latency.IsSlower ? "Slower" : "Faster", latency.IsSlower ? Styles.Bad : Styles.Good)
            );
            console.WriteLine($" · {ComparisonNotes.Of(latency)}");
        }

        console.Write(
            new Paragraph(
                comparison.Sentence,
                (comparison.IsNoWorse ? Styles.Good : Styles.Bad).Combine(Styles.Heading)
            )
        );
        console.WriteLine();
    }

    /// <summary>A run in one line.</summary>
    internal static string Describe(RunSnapshot run) =>
        SafeText.Of(
            $"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {run.BaseUrl}, {Amounts.Of(run.Cases, "case")}, "
                + $"{Amounts.Whole(run.Failed)} failed, seed {run.Seed}"
        );

    private static void WriteCauses(IAnsiConsole console, RunComparison comparison)
    {
        Head(console, "Newly broken", Styles.Bad, comparison.NewlyBroken.Count);
        foreach (var (number, cause) in comparison.BrokenCauses.Take(Most).Index())
        {
            console.WriteLine(
                SafeText.Of($"{number + 1}. {cause.Check ?? "no finding"} · {RunComparison.InWords(cause.Ways.Count)}")
            );
            if (cause.Sentence is { } sentence)
            {
                Fields.WriteParagraph(console, 3, SafeText.Of(sentence), Style.Plain);
            }

            foreach (var way in cause.Ways.Take(MostOfCause))
            {
                console.Write(
                    new Paragraph(
                        SafeText.Of($"   {way.New.CaseId}: {way.Old.Outcome} → {way.New.Outcome}"),
                        Styles.Quiet
                    )
                );
                console.WriteLine();
            }

            More(console, cause.Ways.Count, MostOfCause);
        }

        More(console, comparison.BrokenCauses.Count, Most);
        End(console, comparison.BrokenCauses.Count);
    }

    private static void WriteChanges(IAnsiConsole console, string title, Style style, IReadOnlyList<CellChange> changes)
    {
        Head(console, title, style, changes.Count);
        foreach (var change in changes.Take(Most))
        {
            console.WriteLine(SafeText.Of($"   {change.New.CaseId}: {change.Old.Outcome} → {change.New.Outcome}"));
        }

        More(console, changes.Count, Most);
        End(console, changes.Count);
    }

    private static void WriteCells(IAnsiConsole console, string title, Style style, IReadOnlyList<CellSnapshot> cells)
    {
        Head(console, title, style, cells.Count);
        foreach (var cell in cells.Take(Most))
        {
            console.WriteLine(SafeText.Of($"   {cell.CaseId}: {cell.Outcome}"));
        }

        More(console, cells.Count, Most);
        End(console, cells.Count);
    }

    private static void Head(IAnsiConsole console, string title, Style style, int count)
    {
        if (count > 0)
        {
            console.Write(new Paragraph(title, style));
            console.WriteLine($" · {Amounts.Whole(count)}");
        }
    }

    private static void More(IAnsiConsole console, int count, int most)
    {
        if (count > most)
        {
            console.WriteLine($"   and {Amounts.Whole(count - most)} more: see --format json");
        }
    }

    private static void End(IAnsiConsole console, int count)
    {
        if (count > 0)
        {
            console.WriteLine();
        }
    }
}
