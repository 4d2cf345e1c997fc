using Thymia.Conformance.Configuration;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Suite.Session;

/// <summary>What this process is configured to test.</summary>
internal static class Configured
{
    public static PlannedSuite Planned { get; } = new(ReadOptions);

    /// <exception cref="UnusableInputException">The configuration or the description cannot be used.</exception>
    public static SuitePlan Plan => Planned.Plan;

    // A test host starts in the folder of its assembly; files and folders are named from where the user works.
    private static ConformanceOptions ReadOptions()
    {
        var root = WorkFolder.Find(AppContext.BaseDirectory);
        return SuitePlan.Rooted(
            OptionsReader.Read(
                new ConfigurationInput
                {
                    Folder = root,
                    Environment = ConfigurationInput.ProcessEnvironment(),
                    Divides = true,
                }
            ),
            root
        );
    }
}
