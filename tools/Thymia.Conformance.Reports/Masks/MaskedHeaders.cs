namespace Thymia.Conformance.Reports.Masks;

/// <summary>Headers whose values are secrets whatever they say.</summary>
internal static class MaskedHeaders
{
    private static readonly HashSet<string> Secret =
        new(StringComparer.OrdinalIgnoreCase) { "set-cookie", "cookie", "authorization", "proxy-authorization" };

    public static string Value(string name, string value, Masking masking) =>
        Secret.Contains(name) ? Masking.Mask : masking.Text(value);
}
