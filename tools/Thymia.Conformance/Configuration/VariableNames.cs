using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Finds misspelt variables: with THYMIA_BASE_URL passed over, a run meant for staging would pass against the embedded
/// provider.
/// </summary>
internal static class VariableNames
{
    // What is no setting of a run.
    private static readonly string[] Others = ["ENVIRONMENT", "DEBUG", "PROVIDERVERSION"];

    public static void Demand(IReadOnlyDictionary<string, string> environment)
    {
        foreach (
            var name in environment
                .Keys.Where(n => n.StartsWith(ConfigurationSources.Prefix, StringComparison.OrdinalIgnoreCase))
                .Where(n => !IsKnown(n))
                .Order(StringComparer.Ordinal)
        )
        {
            // Where the right one is set as well, the other is likely meant for another program.
            var meant = SettingCatalogue
                .All.FirstOrDefault(s => s.Key == Spelling.Nearest(Bare(name), SettingCatalogue.All.Select(k => k.Key)))
                ?.Variable;
            if (meant is not null && !environment.ContainsKey(meant))
            {
                throw new UnusableInputException(
                    "setting-unknown",
                    "there is no setting of that name",
                    SafeText.Of(name),
                    $"it is spelt {meant}"
                );
            }
        }
    }

    private static bool IsKnown(string name) =>
        Others.Concat(SettingCatalogue.All.Select(s => s.Key)).Contains(Bare(name), StringComparer.OrdinalIgnoreCase);

    private static string Bare(string name) => name[ConfigurationSources.Prefix.Length..];
}
