using System.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>One thing that can be configured, under the same name in every source.</summary>
public sealed record Setting
{
    /// <summary>
    /// Its name in <c>appsettings.json</c> and user secrets, such as <c>BaseUrl</c>; case does not matter.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>What it decides, as a noun phrase for help and tables.</summary>
    public required string Description { get; init; }

    /// <summary>What it may be, as it follows the word "give".</summary>
    public required string Allowed { get; init; }

    /// <summary>What applies when nothing is set, for people.</summary>
    public required string Default { get; init; }

    /// <summary>
    /// What stands for the value in help, such as <c>URL</c>; null for a switch that is on when named.
    /// </summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether the option may be given several times, for a list with <c>;</c> between its members.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>
    /// A secret is shown nowhere and is no command-line option, since other users of a machine can read those.
    /// </summary>
    public bool IsSecret { get; init; }

    /// <summary><c>--base-url</c>; null for a secret.</summary>
    public string? Option => IsSecret ? null : "--" + Kebab(Key);

    /// <summary><c>THYMIA_BASEURL</c>.</summary>
    public string Variable => ConfigurationSources.Prefix + Key.ToUpperInvariant();

    /// <summary>The options with this one set; null where the text is no allowed value.</summary>
    public required Func<ConformanceOptions, string, ConformanceOptions?> Set { get; init; }

    private static string Kebab(string key)
    {
        var result = new StringBuilder();
        foreach (var c in key)
        {
            _ = char.IsUpper(c) && result.Length > 0 ? result.Append('-') : result;
            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
