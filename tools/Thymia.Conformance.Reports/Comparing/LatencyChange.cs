namespace Thymia.Conformance.Reports.Comparing;

/// <summary>How the times of one kind of answer changed.</summary>
public sealed record LatencyChange(string Kind, AnswerSnapshot Old, AnswerSnapshot New)
{
    private const int Fewest = 20;
    private const double LeastShare = 0.2;
    private const double LeastMilliseconds = 1;

    /// <summary>
    /// How uncertain a median is: half the width of a box plot's notch (McGill, Tukey and Larsen, 1978).
    /// </summary>
    private const double Notch = 1.57;

    /// <summary>From the old median to the new, as a share of the old: 0.5 is half as slow again.</summary>
    public double Share =>
        Old.Milliseconds.P50 <= 0 ? 0 : (New.Milliseconds.P50 - Old.Milliseconds.P50) / Old.Milliseconds.P50;

    /// <summary>
    /// True where the medians differ by more than chance: enough answers on both sides, notches apart, and a fifth and
    /// a millisecond between them at least.
    /// </summary>
    public bool IsBeyondNoise =>
        Old.Count >= Fewest
        && New.Count >= Fewest
        && Math.Abs(Share) >= LeastShare
        && Difference >= LeastMilliseconds
        && Difference > Uncertainty(Old) + Uncertainty(New);

    public bool IsSlower => IsBeyondNoise && Share > 0;

    private double Difference => Math.Abs(New.Milliseconds.P50 - Old.Milliseconds.P50);

    internal static IEnumerable<LatencyChange> Between(
        IReadOnlyList<AnswerSnapshot> old,
        IReadOnlyList<AnswerSnapshot> now
    ) => now.Join(old, n => n.Kind, o => o.Kind, (n, o) => new LatencyChange(n.Kind, o, n));

    private static double Uncertainty(AnswerSnapshot answers) =>
        Notch * (answers.Milliseconds.P75 - answers.Milliseconds.P25) / Math.Sqrt(answers.Count);
}
