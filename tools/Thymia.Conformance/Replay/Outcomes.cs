namespace Thymia.Conformance.Replay;

/// <summary>What may have come of a request at the provider.</summary>
internal static class Outcomes
{
    /// <summary>
    /// Of a request that is right, only a refusal, and its having reached nobody, leave nothing behind for sure; one
    /// that is wrong leaves something behind where it was accepted, or nobody knows.
    /// </summary>
    public static bool MayHaveCreated(Exchange exchange, Stake stake) =>
        stake.IsMeantToSucceed
            ? !exchange.Unreachable && exchange.Answer is not { IsClientError: true }
            : exchange.TimedOut || exchange.Answer is { IsSuccess: true };

    public static bool IsRefusal(Exchange exchange) => exchange.Answer is { IsClientError: true };
}
