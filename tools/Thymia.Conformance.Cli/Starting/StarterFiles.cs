using System.Text.Json;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Starting;

/// <summary>What <c>init</c> writes, by its path from the folder it is called in.</summary>
internal static class StarterFiles
{
    private const string Schema = "thymia-conformance.schema.json";

    /// <param name="description">As the user named it.</param>
    /// <param name="baseUrl">Null where nobody said it.</param>
    /// <param name="variables">The variables that the credentials stand in.</param>
    public static IEnumerable<(string Path, string Text)> Of(
        string description,
        Uri? baseUrl,
        IReadOnlyList<string> variables
    ) =>
        [
            (ConfigurationSources.OwnFile, Settings(description, baseUrl)),
            (Schema, SettingsSchema.Json()),
            ("conformance.runsettings", Template("conformance.runsettings")),
            (
                ".github/workflows/conformance.yml",
                Template("conformance.yml")
                    .Replace("{version}", ToolName.Version, StringComparison.Ordinal)
                    .Replace("{env}\n", Variables(variables), StringComparison.Ordinal)
            ),
        ];

    private static string Settings(string description, Uri? baseUrl)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["$schema"] = "./" + Schema,
            [SettingCatalogue.Description.Key] = description,
        };
        if (baseUrl is not null)
        {
            settings[SettingCatalogue.BaseUrl.Key] = baseUrl.ToString();
        }

        return IndentedJson.Of(settings) + "\n";
    }

    private static string Variables(IReadOnlyList<string> variables) =>
        variables.Count == 0
            ? ""
            : "        env:\n" + string.Concat(variables.Select(v => $"          {v}: ${{{{ secrets.{v} }}}}\n"));

    private static string Template(string name)
    {
        using var reader = new StreamReader(
            typeof(StarterFiles).Assembly.GetManifestResourceStream($"starting/{name}")!
        );
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
