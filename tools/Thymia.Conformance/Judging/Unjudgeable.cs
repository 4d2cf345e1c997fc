using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>Exchanges that say nothing about the contract.</summary>
internal static class Unjudgeable
{
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;

    /// <summary>Why there is nothing to judge; null where there is.</summary>
    public static string? ReasonFor(Exchange exchange) =>
        exchange.Answer switch
        {
            null => exchange.Failure ?? "no answer",
            { Status: TooManyRequests } => "the provider limits the rate of requests (status 429)",
            { Status: Unavailable } answer when answer.Header("retry-after") is not null =>
                "the provider is unavailable for a while (status 503 with Retry-After)",
            _ => null,
        };
}
