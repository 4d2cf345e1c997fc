namespace Thymia.Conformance.OpenApi;

/// <summary>What the suite needs to know of HTTP statuses (RFC 9110, 15).</summary>
internal static class Statuses
{
    /// <summary>True for 2xx.</summary>
    public static bool IsSuccess(int status) => status is >= 200 and < 300;

    /// <summary>True for 4xx.</summary>
    public static bool IsClientError(int status) => status is >= 400 and < 500;

    /// <summary>True for 5xx, and for whatever is beyond it.</summary>
    public static bool IsServerError(int status) => status >= 500;
}
