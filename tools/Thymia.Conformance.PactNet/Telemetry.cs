using Thymia.Conformance.Text;

namespace Thymia.Conformance.PactNet;

/// <summary>
/// PactNet runs Pact's core in this process, and the core looks for the wish not to be tracked in the environment that
/// the process was started with: it cannot be set any more.
/// </summary>
internal static class Telemetry
{
    private const string Variable = "PACT_DO_NOT_TRACK";

    /// <exception cref="UnusableInputException">The core would report its use.</exception>
    public static void DemandOff() => DemandOff(Environment.GetEnvironmentVariable(Variable));

    public static void DemandOff(string? value)
    {
        if (!string.Equals(value, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnusableInputException(
                "telemetry-on",
                "Pact's core would report its use",
                Variable,
                "set it to true before the process starts"
            );
        }
    }
}
