using System.Net;
using System.Net.Sockets;

namespace Thymia.Conformance.Safety;

/// <summary>
/// Hosts that nobody is reached at: names that RFC 2606 and RFC 6761 reserve, addresses that RFC 5737 and RFC 3849 keep
/// for documentation, and the machine itself.
/// </summary>
internal static class ReservedHosts
{
    private static readonly string[] Names = ["example.com", "example.org", "example.net", "localhost"];

    // The one label that is no name anywhere (RFC 6761, 6.4).
    private const string NoName = "invalid";

    private static readonly string[] Suffixes =
    [
        ".example.com",
        ".example.org",
        ".example.net",
        ".example",
        ".test",
        ".invalid",
        ".localhost",
    ];

    /// <summary>For values: hosts alone, from the plainest to those that odd patterns ask for.</summary>
    public static IReadOnlyList<string> Samples { get; } =
    [
        "example.com",
        "example.org",
        "example.net",
        "api.test",
        "hooks.example.com",
        "www.example.com",
        "a.example",
        "shop.example.org",
        "example.test",
        "192.0.2.10",
    ];

    /// <param name="host">A name or an address, with or without brackets; in any case.</param>
    public static bool Contains(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return name.Length == 0
            || Array.Exists(Names, n => n == name)
            || Array.Exists(Suffixes, s => name.EndsWith(s, StringComparison.Ordinal))
            || name == NoName
            || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IsForDocumentation(address));
    }

    private static bool IsForDocumentation(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? bytes is [0x20, 0x01, 0x0d, 0xb8, ..] || IPAddress.IsLoopback(address)
            : bytes is [192, 0, 2, _] or [198, 51, 100, _] or [203, 0, 113, _] or [127, ..];
    }
}
