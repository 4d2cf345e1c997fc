using System.Globalization;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Reads the values of settings, whatever the culture; null stands for text that is no allowed value.
/// </summary>
internal static class SettingText
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static Uri? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0
        && url.UserInfo.Length + url.Query.Length + url.Fragment.Length == 0
        && !text.Contains('?', StringComparison.Ordinal)
        && !text.Contains('#', StringComparison.Ordinal)
            ? url
            : null;

    /// <summary>Where a secret may be sent: encrypted, or not beyond this machine.</summary>
    public static Uri? TokenUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length + url.Fragment.Length == 0
            ? url
            : null;

    /// <summary>Names separated by commas; <c>none</c> alone for none.</summary>
    public static ReportKinds? Reports(string text) =>
        text.Trim().ToLowerInvariant() is "none"
            ? ReportKinds.None
            : text.Split(',').Select(Report).Aggregate((ReportKinds?)ReportKinds.None, (all, one) => all | one);

    /// <summary>Paths separated by commas; none for <c>none</c>.</summary>
    public static IReadOnlyList<JsonPath>? Paths(string text)
    {
        var paths = text.Trim().ToLowerInvariant() is "none" ? [] : text.Split(',').Select(JsonPath.Parse).ToList();
        return paths.Contains(null) ? null : [.. paths.OfType<JsonPath>()];
    }

    private static ReportKinds? Report(string name) =>
        name.Trim().ToLowerInvariant() switch
        {
            "html" => ReportKinds.Html,
            "junit" => ReportKinds.JUnit,
            "sarif" => ReportKinds.Sarif,
            "har" => ReportKinds.Har,
            "ctrf" => ReportKinds.Ctrf,
            _ => null,
        };

    public static bool IsName(string text) => text.Any(char.IsLetterOrDigit);

    public static bool IsKey(string text) => text.All(c => c is > ' ' and < '\x7f');

    /// <summary>Names with <c>;</c> between them; null where one is empty.</summary>
    public static IReadOnlyList<string>? Names(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries) is var names && Array.TrueForAll(names, n => n.Length > 0)
            ? names
            : null;

    public static ulong? Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    public static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : null;

    /// <summary>A whole number; the greatest there is for <c>none</c>.</summary>
    public static int? Limit(string text, int least, int most) =>
        IsNone(text) ? int.MaxValue : Whole(text, least, most);

    /// <summary>How often in a second; infinity for <c>none</c>.</summary>
    public static double? Rate(string text) =>
        IsNone(text) ? double.PositiveInfinity
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
        && rate is >= 0.01 and <= 100_000
            ? rate
        : null;

    public static bool? Boolean(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => null,
        };

    private static bool IsNone(string text) => text.Equals("none", StringComparison.OrdinalIgnoreCase);

    public static DemandedTier? Tier(string text) =>
        text.ToUpperInvariant() switch
        {
            "PLAUSIBLE" => DemandedTier.Plausible,
            "SCHEMA" => DemandedTier.Schema,
            _ => null,
        };

    public static ChosenCases? Only(string text) =>
        text.ToUpperInvariant() switch
        {
            "VALID" => ChosenCases.Valid,
            "INVALID" => ChosenCases.Invalid,
            "ALL" => ChosenCases.All,
            _ => null,
        };

    /// <summary>Names by commas; null where one of them is a keyword that is judged anyway.</summary>
    public static IReadOnlySet<string>? Ignorable(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.All(n => n.Length > 0) ? names.ToHashSet(StringComparer.Ordinal) : null;
    }

    /// <summary>Client errors with commas between them, each once and in their order.</summary>
    public static IReadOnlyList<int>? ClientErrors(string text)
    {
        var all = text.Split(',', StringSplitOptions.TrimEntries).Select(s => Whole(s, 400, 499)).ToList();
        return all.Contains(null) ? null : [.. all.Select(s => s!.Value).Distinct().Order()];
    }

    /// <summary>A number with <c>ms</c>, <c>s</c> or <c>m</c>; without, seconds.</summary>
    /// <summary>A time; no time at all for <c>none</c>.</summary>
    public static TimeSpan? TimeOrNone(string text) => IsNone(text) ? TimeSpan.Zero : Time(text);

    /// <summary>A time of a whole run; infinite for <c>none</c>.</summary>
    public static TimeSpan? DurationOrNone(string text)
    {
        if (IsNone(text))
        {
            return System.Threading.Timeout.InfiniteTimeSpan;
        }

        var hours = text.EndsWith('h');
        var number = hours ? text[..^1] : text.TrimEnd('m', 's');
        double? seconds = text[number.Length..] switch
        {
            "s" or "" => 1,
            "m" => 60,
            "h" => 3_600,
            _ => null,
        };
        return
            double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            && seconds * n is >= 1 and <= 86_400 and var total
            ? TimeSpan.FromSeconds(total)
            : null;
    }

    public static TimeSpan? Time(string text)
    {
        var number = text.TrimEnd('m', 's');
        double? milliseconds = text[number.Length..] switch
        {
            "ms" => 1,
            "s" or "" => 1000,
            "m" => 60_000,
            _ => null,
        };
        if (
            !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            || milliseconds * n is not { } total
            || total > Longest.TotalMilliseconds
        )
        {
            return null;
        }

        var time = TimeSpan.FromMilliseconds(total);
        return time >= Shortest ? time : null;
    }
}
