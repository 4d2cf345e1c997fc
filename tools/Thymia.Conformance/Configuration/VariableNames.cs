using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Finds misspelt variables: with THYMIA_BASE_URL passed over, a run meant for staging would pass against the embedded
/// provider.
/// </summary>
internal static class VariableNames
{
    public static void Demand(IReadOnlyDictionary<string, string> environment)
    {
        var known = SettingCatalogue.All.Select(s => s.Variable).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in environment.Keys
            .Where(n => n.StartsWith(ConfigurationSources.Prefix, StringComparison.OrdinalIgnoreCase))
            .Where(n => !known.Contains(n)).Order(StringComparer.Ordinal))
        {
            // Where the right one is set as well, the other is likely meant for another program.
            var meant = known.FirstOrDefault(k => Spelling.IsSame(k, name));
            if (meant is not null && !environment.ContainsKey(meant))
            {
                throw new UnusableInputException(
                    "setting-unknown",
                    "there is no setting of that name",
                    SafeText.Of(name),
                    $"it is spelt {meant}");
            }
        }
    }
}
