namespace Thymia.Conformance.Safety;

/// <summary>
/// What names say of values that lead to people: the one list that generation, the gate before every sender, and the
/// verification of pacts share.
/// </summary>
internal static class ReachNames
{
    private static readonly string[] PhoneFragments =
    [
        "phone",
        "mobile",
        "msisdn",
        "telno",
        "telnumber",
        "callerid",
        "calleeid",
        "dialnumber",
        "dialednumber",
        "diallednumber",
        "dialstring",
        "cellnumber",
        "smsnumber",
        "whatsapp",
        "faxno",
        "faxnumber",
        "callbacknumber",
        "landline",
    ];

    private static readonly HashSet<string> PhoneNames = new(StringComparer.Ordinal)
    {
        "tel",
        "fax",
        "cell",
        "sms",
        "dial",
    };

    // A person, a place or a line: only a value that looks like a number says which.
    private static readonly string[] AmbiguousFragments =
    [
        "contact",
        "callback",
        "recipient",
        "caller",
        "callee",
        "callto",
        "sendto",
        "forwardto",
        "destination",
    ];

    private static readonly HashSet<string> AmbiguousNames = new(StringComparer.Ordinal)
    {
        "to",
        "from",
        "number",
        "msgto",
        "line",
        "extension",
    };

    private static readonly string[] HostFragments = ["host", "domain", "webhook", "callback", "website", "endpoint"];

    private static readonly HashSet<string> HostNames = new(StringComparer.Ordinal)
    {
        "url",
        "uri",
        "link",
        "href",
        "server",
        "site",
        "origin",
    };

    /// <summary>A name that is meant for telephone numbers, however it is written.</summary>
    public static bool IsPhone(ReadOnlySpan<char> name) => Is(Plain(name), PhoneFragments, PhoneNames);

    /// <summary>A name under which a telephone number may stand among other things.</summary>
    public static bool MayBePhone(ReadOnlySpan<char> name) => Is(Plain(name), AmbiguousFragments, AmbiguousNames);

    /// <summary>A name under which a host may stand without a scheme.</summary>
    public static bool IsHost(ReadOnlySpan<char> name)
    {
        var plain = Plain(name);
        return Is(plain, HostFragments, HostNames)
            || plain.EndsWith("url", StringComparison.Ordinal)
            || plain.EndsWith("uri", StringComparison.Ordinal);
    }

    private static bool Is(string plain, string[] fragments, HashSet<string> names) =>
        names.Contains(plain) || Array.Exists(fragments, f => plain.Contains(f, StringComparison.Ordinal));

    private static string Plain(ReadOnlySpan<char> name)
    {
        var plain = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
