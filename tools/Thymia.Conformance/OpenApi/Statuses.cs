namespace Thymia.Conformance.OpenApi;

/// <summary>What the suite needs to know of HTTP statuses.</summary>
internal static class Statuses
{
    /// <summary>True for 2xx.</summary>
    public static bool IsSuccess(int status) => status is >= 200 and < 300;
}
