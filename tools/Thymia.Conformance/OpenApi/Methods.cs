namespace Thymia.Conformance.OpenApi;

/// <summary>What the suite needs to know of HTTP methods (RFC 9110, 9.2), in capitals as they are sent.</summary>
internal static class Methods
{
    /// <summary>True where a request creates and changes nothing; QUERY, of OpenAPI 3.2, is meant to be one.</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY";

    /// <summary>True where sending a request twice does no more than sending it once, gone things apart.</summary>
    public static bool IsRepeatable(string method) => IsSafe(method) || method == "PUT";
}
