using System.CommandLine;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Parsing;

/// <summary>
/// The command-line face of settings. Values stay text here: configuration reads and judges them, whatever their
/// source.
/// </summary>
internal sealed class SettingOptions
{
    private readonly List<(Setting Setting, Option Option)> _options = [];

    public SettingOptions(Command command, params IReadOnlyList<Setting> settings)
    {
        foreach (var setting in settings)
        {
            Option option = setting.Placeholder is { } placeholder
                ? setting.IsRepeatable
                    ? new Option<string[]>(setting.Option!) { HelpName = placeholder, Description = Describe(setting) }
                    : new Option<string>(setting.Option!) { HelpName = placeholder, Description = Describe(setting) }
                : new Option<bool>(setting.Option!) { Description = setting.Description };
            _options.Add((setting, option));
            command.Add(option);
        }
    }

    /// <summary>Whether the command sends anything, so that a remote provider's key must be there; true by
    /// default.</summary>
    public bool Sends { get; init; } = true;

    /// <exception cref="UnusableInputException">A value is not allowed, wherever it comes from.</exception>
    public ConformanceOptions Read(ParseResult parsed, Terminal terminal) =>
        OptionsReader.Read(Input(parsed, terminal));

    /// <summary>What the settings are read from.</summary>
    public ConfigurationInput Input(ParseResult parsed, Terminal terminal) =>
        new()
        {
            Divides = _options.Exists(o => o.Setting == SettingCatalogue.Shard),
            Sends = Sends,
            Folder = terminal.Folder,
            Environment = terminal.Environment,
            UserSecrets = terminal.UserSecrets,
            StandardInput = terminal.ReadIn,
            CommandLine = _options
                .Where(o => parsed.GetResult(o.Option) is { Implicit: false })
                .ToDictionary(o => o.Setting, o => TextOf(parsed, o.Option)),
        };

    private static string TextOf(ParseResult parsed, Option option) =>
        option switch
        {
            Option<bool> flag => parsed.GetValue(flag) ? "true" : "false",
            Option<string[]> list => string.Join(';', parsed.GetValue(list) ?? []),
            _ => parsed.GetValue((Option<string>)option) ?? "",
        };

    private static string Describe(Setting setting) => $"{setting.Description} [default: {setting.Default}]";
}
