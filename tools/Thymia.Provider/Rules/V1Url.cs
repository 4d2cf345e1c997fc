using System.Globalization;
using System.Text.RegularExpressions;

namespace Thymia.Provider.Rules;

/// <summary>
/// pydantic v1's AnyHttpUrl: http or https with a host, 1 to 2083 characters, judged by its own patterns.
/// </summary>
internal static partial class V1Url
{
    private const int MaxLength = 2083;

    private static readonly Fault TooShort = new(
        FaultKind.Uri,
        "ensure this value has at least 1 characters",
        "value_error.any_str.min_length",
        """{"limit_value":1}"""
    );

    private static readonly Fault TooLong = new(
        FaultKind.Uri,
        "ensure this value has at most 2083 characters",
        "value_error.any_str.max_length",
        """{"limit_value":2083}"""
    );

    private static readonly Fault OtherScheme = new(
        FaultKind.Uri,
        "URL scheme not permitted",
        "value_error.url.scheme",
        """{"allowed_schemes":"{'http', 'https'}"}"""
    );

    private static readonly Fault Port = new(
        FaultKind.Uri,
        "URL port invalid, port cannot exceed 65535",
        "value_error.url.port"
    );

    private static readonly Fault Host = new(FaultKind.Uri, "URL host invalid", "value_error.url.host");

    public static Fault? Judge(string sent)
    {
        var text = sent.Trim();
        if (text.Length == 0)
        {
            return TooShort;
        }

        if (text.EnumerateRunes().Count() > MaxLength)
        {
            return TooLong;
        }

        var match = Url().Match(text);
        return JudgeParts(match) ?? (match.Length < text.Length ? Extra(text[match.Length..]) : JudgeHost(match));
    }

    private static Fault? JudgeParts(Match match)
    {
        var scheme = match.Groups["scheme"];
        if (!scheme.Success)
        {
            return V1Faults.Scheme;
        }

        if (scheme.Value.ToLowerInvariant() is not ("http" or "https"))
        {
            return OtherScheme;
        }

        var port = match.Groups["port"];
        var isPort =
            !port.Success
            || (port.Length <= 9 && int.Parse(port.ValueSpan, CultureInfo.InvariantCulture) <= ushort.MaxValue);
        return isPort ? null : Port;
    }

    private static Fault? JudgeHost(Match match)
    {
        var domain = match.Groups["domain"];
        var isHost =
            match.Groups["ipv4"].Success
            || match.Groups["ipv6"].Success
            || (domain.Success && (Ascii().IsMatch(domain.Value) || International().IsMatch(domain.Value)));
        return isHost ? null : Host;
    }

    private static Fault Extra(string extra) =>
        new(
            FaultKind.Uri,
            $"URL invalid, extra characters found after valid URL: '{extra}'",
            "value_error.url.extra",
            Fault.ContextOf("extra", extra)
        );

    [GeneratedRegex(
        """
            \A(?:(?<scheme>[a-z][a-z0-9+\-.]+)://)?
            (?:(?<user>[^\s:/]*)(?::(?<password>[^\s/]*))?@)?
            (?:(?<ipv4>(?:\d{1,3}\.){3}\d{1,3})(?=\z|[/:\#?])
              |(?<ipv6>\[[A-F0-9]*:[A-F0-9:]+\])(?=\z|[/:\#?])|(?<domain>[^\s/:?\#]+))?
            (?::(?<port>[0-9]+))?(?:/[^\s?\#]*)?(?:\?[^\s\#]*)?(?:\#[^\s\#]*)?
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Url();

    [GeneratedRegex(
        @"\A(?:[_0-9a-z](?:[-_0-9a-z]{0,61}[_0-9a-z])?\.)*?[_0-9a-z](?:[-_0-9a-z]{0,61}[_0-9a-z])?"
            + @"(?:\.[a-z]{2,63})?\.?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ascii();

    [GeneratedRegex(
        @"\A(?:[_0-9a-\uFFFF](?:[-_0-9a-\uFFFF]{0,61}[_0-9a-\uFFFF])?\.)*?"
            + @"[_0-9a-\uFFFF](?:[-_0-9a-\uFFFF]{0,61}[_0-9a-\uFFFF])?"
            + @"(?:\.[^\W\d_]{2,63}|\.xn--[_0-9a-z-]{2,63})?\.?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex International();
}
