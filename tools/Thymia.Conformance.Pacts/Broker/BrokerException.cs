namespace Thymia.Conformance.Pacts.Broker;

/// <summary>
/// A Pact Broker that did not do what it was asked. One sentence for a user, and the process's exit code.
/// </summary>
/// <param name="exitCode">1 it objects to what was published, 2 the request was wrong, 3 there is no telling.</param>
/// <param name="place">The broker, or what of it.</param>
/// <param name="problem">What went wrong, as a clause without a closing full stop.</param>
/// <param name="hint">What to do about it, as a clause without a closing full stop.</param>
public sealed class BrokerException(int exitCode, string place, string problem, string hint, Exception? cause = null)
    : Exception($"{place}: {problem}; {hint}.", cause)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What the broker says beside, a line each, such as how contents differ; none by default.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
