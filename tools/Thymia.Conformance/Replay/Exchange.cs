using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>A request and its answer as they happened.</summary>
public sealed record Exchange
{
    public required CaseRequest Request { get; init; }

    /// <summary>Null where none arrived or none could be read; then <see cref="Failure"/> says why.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Why there is no answer, as a clause for people; null where there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// True where not even a connection came about: the host is unknown, refuses, or fails the TLS handshake.
    /// </summary>
    public bool Unreachable { get; init; }

    /// <summary>True where nobody listens at the port, so that nobody can have read the request.</summary>
    public bool Refused { get; init; }

    /// <summary>
    /// True where the answer was not whole in time; what was asked for may have been done all the same.
    /// </summary>
    public bool TimedOut { get; init; }

    /// <summary>
    /// True where the connection ended before an answer began, and may have been used before: perhaps the provider had
    /// closed it already, and never read the request.
    /// </summary>
    public bool IsPerhapsUnread { get; init; }

    /// <summary>Why it was not sent at all, as a clause; null where it was, or could not be.</summary>
    public string? Withheld { get; init; }

    /// <summary>
    /// True where there was no whole answer on two connections, the second its own, while another request was answered.
    /// </summary>
    public bool IsConfirmed { get; init; }

    /// <summary>True where there was no whole answer, but one to the same request sent again.</summary>
    public bool IsRecovered { get; init; }

    /// <summary>How many times the same request was sent before, since nothing can have come of it.</summary>
    public int Retries { get; init; }

    /// <summary>
    /// How many answers asked for patience (429, or 503 with Retry-After): to this request, and to those that were sent
    /// to see more of it.
    /// </summary>
    public int Throttled { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>From the first byte sent to the last byte of the body read.</summary>
    public required TimeSpan Duration { get; init; }
}
