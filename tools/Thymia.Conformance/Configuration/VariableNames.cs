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
        DemandNamed(environment.Keys);
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

    // One that is passed over would be missing from every request.
    private static void DemandNamed(IEnumerable<string> names)
    {
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (
                NamedSecrets.All.FirstOrDefault(s =>
                    !IsNamed(name) && name.StartsWith(s.Prefix[..^3], StringComparison.OrdinalIgnoreCase)
                ) is
                { } meant
            )
            {
                throw new UnusableInputException(
                    "setting-unknown",
                    "there is no setting of that name",
                    SafeText.Of(name),
                    $"it is spelt {meant.Prefix} and the name of the {meant.Subject}"
                );
            }
        }
    }

    private static bool IsNamed(string name) =>
        NamedSecrets.All.Any(s => name.StartsWith(s.Prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsKnown(string name) =>
        IsNamed(name)
        || Others
            .Concat(SettingCatalogue.All.Select(s => s.Key))
            .Contains(Bare(name), StringComparer.OrdinalIgnoreCase);

    private static string Bare(string name) => name[ConfigurationSources.Prefix.Length..];
}
