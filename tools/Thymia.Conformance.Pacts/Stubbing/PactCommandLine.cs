using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>
/// Pact's own command line, as npm has it: one native program, in <c>pact-cli/</c> beside this assembly.
/// </summary>
internal static class PactCommandLine
{
    /// <exception cref="UnusableInputException">It is not there.</exception>
    public static string Demand() => Demand(Path.Combine(AppContext.BaseDirectory, "pact-cli"));

    /// <exception cref="UnusableInputException">It is not there.</exception>
    public static string Demand(string folder)
    {
        var file = Path.Combine(folder, OperatingSystem.IsWindows() ? "pact.exe" : "pact");
        return File.Exists(file)
            ? file
            : throw new UnusableInputException(
                "pact-cli-missing",
                "Pact's command line is missing",
                file,
                "build again on this machine with Node.js on the PATH"
            );
    }
}
