namespace Thymia.Conformance.Reports.Comparing;

/// <summary>Several runs, the oldest first.</summary>
public sealed class RunHistory(IEnumerable<RunSnapshot> runs)
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    public IReadOnlyList<RunSnapshot> Runs { get; } = [.. runs.OrderBy(r => r.StartedAt)];

    /// <summary>In percent, rounded down to tenths: all but one of ten thousand is not all.</summary>
    public IReadOnlyList<double> PassShares => [.. Runs.Select(r => Math.Floor(r.PassShare * 1000) / 10)];

    public IReadOnlyList<double> Causes => [.. Runs.Select(r => (double)r.Causes.Count)];

    /// <summary>
    /// Milliseconds that nine of ten accepted requests stayed below, or of ten rejected ones where none was.
    /// </summary>
    public IReadOnlyList<double> P90 => [.. Runs.Select(P90Of)];

    public static double P90Of(RunSnapshot run) =>
        run.Answers.OrderBy(a => a.Kind == "accepted" ? 0 : 1).Select(a => a.Milliseconds.P90).FirstOrDefault();

    /// <summary>A line of blocks, the highest value the tallest.</summary>
    public static string Sparkline(IReadOnlyList<double> values, double? least = null)
    {
        if (values.Count == 0)
        {
            return "";
        }

        var low = Math.Min(least ?? values.Min(), values.Min());
        var span = values.Max() - low;
        return string.Concat(
            values.Select(v => Levels[span <= 0 ? 0 : (int)Math.Round((v - low) / span * (Levels.Length - 1))])
        );
    }
}
