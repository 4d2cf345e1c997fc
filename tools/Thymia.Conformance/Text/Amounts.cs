using System.Globalization;

namespace Thymia.Conformance.Text;

/// <summary>Numbers as people read them, in any culture.</summary>
internal static class Amounts
{
    /// <summary><c>1 case</c>, <c>1,234 cases</c>.</summary>
    public static string Of(int count, string noun, string? plural = null) =>
        $"{Whole(count)} {Noun(count, noun, plural)}";

    /// <summary><c>case</c>, <c>cases</c>: the noun alone.</summary>
    public static string Noun(int count, string noun, string? plural = null) =>
        count == 1 ? noun : plural ?? noun + "s";

    public static string Whole(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>340 ms</c>, <c>2.1 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Time(TimeSpan time) =>
        time switch
        {
            { TotalMilliseconds: < 999.5 } =>
                $"{time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms",
            { TotalSeconds: < 60 } => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
            _ => $"{Whole((long)time.TotalMinutes)} min {time.Seconds} s",
        };
}
