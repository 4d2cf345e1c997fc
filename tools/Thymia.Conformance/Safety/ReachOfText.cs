using System.Text.RegularExpressions;

namespace Thymia.Conformance.Safety;

/// <summary>Finds whom a single text leads to, by the name it stands under and by its own shape.</summary>
internal static partial class ReachOfText
{
    // A lenient provider makes sense of a number in whatever comes around it; it rather finds too much.
    private const int MinDigitsByName = 5;
    private const int MinDigitsByShape = 7;
    private const int MaxDigits = 15;
    private const int MaxScanned = 100_000;

    /// <param name="name">The property or parameter; empty where there is none.</param>
    public static IEnumerable<Reach> Of(string name, string text)
    {
        var scanned = text.Length > MaxScanned ? text[..MaxScanned] : text;
        if (IsNumber(name, scanned))
        {
            yield return new Reach(ReachKind.PhoneNumber, ReservedNumbers.Contains(Digits(scanned)));
        }

        foreach (Match match in Address().Matches(scanned))
        {
            yield return new Reach(ReachKind.Host, ReservedHosts.Contains(HostOf(match.Groups["authority"].Value)));
        }

        foreach (Match match in Mailbox().Matches(scanned))
        {
            yield return new Reach(ReachKind.Mailbox, ReservedHosts.Contains(match.Groups["host"].Value));
        }

        if (BareHost().Match(scanned) is { Success: true } bare && ReachNames.IsHost(name))
        {
            yield return new Reach(ReachKind.Host, ReservedHosts.Contains(bare.Groups["host"].Value));
        }
    }

    /// <summary>A number under a name that is meant for telephone numbers.</summary>
    public static bool IsNumberByName(string name, int digits) => digits >= MinDigitsByName && ReachNames.IsPhone(name);

    private static bool IsNumber(string name, string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return IsNumberByName(name, digits)
            || (
                digits is >= MinDigitsByShape and <= MaxDigits
                && !Day().IsMatch(text)
                && (Dialled().IsMatch(text) || (ReachNames.MayBePhone(name) && Digitlike().IsMatch(text)))
            );
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // user:password@host:port, and [address]:port.
    private static string HostOf(string authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var end = host.StartsWith('[')
            ? host.IndexOf(']', StringComparison.Ordinal) + 1
            : host.IndexOf(':', StringComparison.Ordinal);
        return end > 0 ? host[..end] : host;
    }

    // As dialled from anywhere, or in the groups that people write.
    [GeneratedRegex(
        @"^\s*(?:(?:tel|sms|callto):)?\s*(?:\+|00[1-9])[\d ().\-/]+$|^0\d{9,10}$|^\(\d{2,5}\)[ \d-]+$|^\d{3}[-. "
            + @"]\d{3}[-. ]\d{4}$|^0\d{2,4} \d{3} ?\d{3,4}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Dialled();

    [GeneratedRegex(@"^[\d ().\-/+]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Digitlike();

    [GeneratedRegex(@"^[+-]?\d{4,6}-\d{2}-\d{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"(?:[a-z][a-z0-9+.\-]{0,30}:)?(?://|\\\\)(?<authority>[^/?#\s""'<>\\,;)}]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"[^\s@:/""<>,;()]@(?<host>\[[^\]\s]*\]"
            + @"|[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?)+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Mailbox();

    [GeneratedRegex(
        @"^(?<host>(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+(?:[a-z]{2,}|\d{1,3}))\.?(?::\d+)?(?:/.*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex BareHost();
}
