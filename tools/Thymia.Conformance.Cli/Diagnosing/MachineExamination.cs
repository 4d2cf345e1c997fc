using System.Runtime.InteropServices;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>What the machine has to offer.</summary>
internal static class MachineExamination
{
    public static IEnumerable<Diagnosis> Make()
    {
        yield return Diagnosis.Fine(
            "Runtime",
            $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"
        );
        yield return PactsCore();
    }

    private static Diagnosis PactsCore()
    {
        try
        {
            PactLibrary.Demand();
            var version = PactCore.Version();
            return PactLibrary.VersionNote(version) is { } note
                ? new Diagnosis("Pact's core", Condition.Doubtful, note, "build again to get the one it was tried with")
                : Diagnosis.Fine("Pact's core", $"version {version}");
        }
        catch (UnusableInputException missing)
        {
            return Diagnosis.Of("Pact's core", missing) with
            {
                Condition = Condition.Doubtful,
                Advice = "run with --no-pacts until then",
            };
        }
    }
}
