using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// pydantic v2's AnyHttpUrl: what the WHATWG's URL parser makes an http or https URL of, which is a great deal.
/// </summary>
internal static partial class V2Url
{
    /// <summary>What is said of text with a lone surrogate, before anything is made of it.</summary>
    public static readonly Fault NotUnicode = new(
        FaultKind.Text,
        "Input should be a valid string, unable to parse raw data as a unicode string",
        "string_unicode"
    );

    private static readonly Fault Kind = new(FaultKind.Uri, "URL input should be a string or URL", "url_type");

    private static readonly Fault Scheme = new(
        FaultKind.Uri,
        "URL scheme should be 'http' or 'https'",
        "url_scheme",
        Fault.ContextOf("expected_schemes", "'http' or 'https'")
    );

    public static Fault? Judge(JsonValue value) =>
        value.AsText() is not { } text ? Kind
        : JsonStrings.HasLoneSurrogate(text) ? NotUnicode
        : JudgeText(text);

    private static Fault? JudgeText(string sent)
    {
        if (sent.Length == 0)
        {
            return Because("input is empty");
        }

        var text = Ignored().Replace(sent.Trim([.. Enumerable.Range(0, 33).Select(code => (char)code)]), "");
        var match = WithScheme().Match(text);
        if (!match.Success)
        {
            return Because("relative URL without a base");
        }

        var scheme = match.Groups[1].Value.ToLowerInvariant();
        return scheme is "http" or "https" ? JudgeAuthority(match.Groups[2].Value.TrimStart('/', '\\'))
            : scheme is "ftp" or "ws" or "wss" && match.Groups[2].Value.Trim('/', '\\').Length == 0
                ? Because("empty host")
            : Scheme;
    }

    private static Fault? JudgeAuthority(string rest)
    {
        var end = rest.AsSpan().IndexOfAny("/\\?#");
        var authority = end < 0 ? rest : rest[..end];
        var match = HostAndPort().Match(authority[(authority.LastIndexOf('@') + 1)..]);
        var (host, port) = (match.Groups[1].Value, match.Groups[2].Value);
        return host.Length == 0 ? Because("empty host")
            : JudgeHost(host) is { } wrong ? Because(wrong)
            : port.Length == 0 || IsPort(port) ? null
            : Because("invalid port number");
    }

    private static bool IsPort(string port) =>
        uint.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= ushort.MaxValue;

    private static string? JudgeHost(string host)
    {
        if (host[0] == '[')
        {
            var isAddress =
                host[^1] == ']'
                && !host.Contains('%', StringComparison.Ordinal)
                && IPAddress.TryParse(host[1..^1], out var address)
                && address.AddressFamily == AddressFamily.InterNetworkV6;
            return isAddress ? null : "invalid IPv6 address";
        }

        var name = Uri.UnescapeDataString(host);
        return Forbidden().IsMatch(name) || !IsDomain(name) ? "invalid international domain name"
            : !LooksNumeric().IsMatch(name) || IPAddress.TryParse(name.TrimEnd('.'), out _) ? null
            : "invalid IPv4 address";
    }

    private static bool IsDomain(string name)
    {
        var punycode = name.Split('.').Where(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase));
        try
        {
            return punycode.All(label => new IdnMapping { AllowUnassigned = true }.GetUnicode(label) != label);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Fault Because(string error) =>
        new(FaultKind.Uri, "Input should be a valid URL, " + error, "url_parsing", Fault.ContextOf("error", error));

    [GeneratedRegex("[\t\n\r]")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"\A([A-Za-z][A-Za-z0-9+.-]*):(.*)\z", RegexOptions.Singleline)]
    private static partial Regex WithScheme();

    [GeneratedRegex(@"\A(\[[^\]]*\]?|[^:]*)(?::(.*))?\z", RegexOptions.Singleline)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"[\0-\x20""#%/:<>?@\[\\\]^`{|}\x7F]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"(?:\A|\.)(?:[0-9]+|0[xX][0-9A-Fa-f]*)\.?\z")]
    private static partial Regex LooksNumeric();
}
