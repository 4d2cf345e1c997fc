namespace Thymia.Conformance.Replay;

/// <summary>What may have come of a request at the provider.</summary>
internal static class Outcomes
{
    /// <summary>Methods that create and change nothing (RFC 9110, 9.2.1).</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    /// <summary>
    /// Of a request that is right, only a refusal, and its having reached nobody, leave nothing behind for sure; one
    /// that is wrong leaves something behind where it was accepted, or nobody knows.
    /// </summary>
    public static bool MayHaveCreated(Exchange exchange, Stake stake) =>
        stake.IsMeantToSucceed
            ? !exchange.Unreachable && exchange.Answer is not { Status: >= 400 and < 500 }
            : exchange.TimedOut || exchange.Answer is { Status: >= 200 and < 300 };

    public static bool IsRefusal(Exchange exchange) => exchange.Answer is { Status: >= 400 and < 500 };
}
