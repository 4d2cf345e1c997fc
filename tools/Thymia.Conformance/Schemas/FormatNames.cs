namespace Thymia.Conformance.Schemas;

/// <summary>What a format is called in a sentence.</summary>
internal static class FormatNames
{
    public static string Of(string format) => format switch
    {
        "date" => "an RFC 3339 date (YYYY-MM-DD)",
        "date-time" => "an RFC 3339 date-time with offset",
        "time" => "an RFC 3339 time with offset",
        "duration" => "an ISO 8601 duration",
        "uuid" => "an RFC 4122 UUID",
        "uri" => "an absolute RFC 3986 URI",
        "email" => "an RFC 5321 e-mail address",
        "hostname" => "an RFC 1123 host name",
        "ipv4" => "an IPv4 address",
        "ipv6" => "an IPv6 address",
        _ => $"text of format '{format}'",
    };
}
