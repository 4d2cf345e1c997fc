using System.Globalization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Which versions of the Pact specification are known here.</summary>
internal static class PactVersion
{
    private const int NewestMajor = 4;

    /// <summary>The version as the file has it; null where it names none.</summary>
    /// <exception cref="UnusableInputException">It is newer than those that are known.</exception>
    public static string? Demand(string? version, string file)
    {
        var major = version?.Split('.')[0];
        return
            int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > NewestMajor
            ? throw new UnusableInputException(
                "pact-version-unknown",
                $"the pact is of version {SafeText.Of(version!)} of Pact's specification, " + "which is not known here",
                file,
                "give one of version 2.0 to 4.0"
            )
            : version;
    }
}
