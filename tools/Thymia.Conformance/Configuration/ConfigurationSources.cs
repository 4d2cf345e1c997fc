using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>The layers of configuration, weakest first, each with the name a user knows it by.</summary>
internal sealed class ConfigurationSources
{
    public const string Prefix = "THYMIA_";
    public const string EnvironmentName = Prefix + "ENVIRONMENT";

    /// <summary>The file that holds settings of ours and nobody else's.</summary>
    public const string OwnFile = "thymia-conformance.json";

    private const string SharedFile = "appsettings.json";
    private const string SecretsId = "thymia-conformance";

    private readonly ConfigurationBuilder _builder = new();
    private readonly List<Func<Setting, string>> _names = [];
    private readonly IConfigurationBuilder? _named;

    /// <exception cref="UnusableInputException">A file of settings cannot be read.</exception>
    public ConfigurationSources(ConfigurationInput input)
    {
        if (input.Files)
        {
            AddFiles(input, SharedFile, SettingsFileKind.Shared);
            AddFiles(input, OwnFile, SettingsFileKind.Own);
        }

        if (input.UserSecrets)
        {
            new SettingsFile(PathHelper.GetSecretsPathFromSecretsId(SecretsId), SettingsFileKind.Secret).Demand();
            _builder.AddUserSecrets(SecretsId);
            _named = new ConfigurationBuilder().AddUserSecrets(SecretsId);
            _names.Add(_ => "the user secrets");
        }

        Add(
            input
                .Environment.Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                .Select(v => KeyValuePair.Create(v.Key[Prefix.Length..], v.Value))
        );
        _names.Add(setting => $"the environment variable {setting.Variable}");
        Add(input.CommandLine.Select(v => KeyValuePair.Create(v.Key.Key, v.Value)));
        _names.Add(setting => $"the option {setting.Option}");
        Root = Build();
    }

    private IConfigurationRoot Root { get; }

    /// <summary>The strongest value and where it comes from; null where none is set.</summary>
    public (string Text, string Origin)? Find(Setting setting)
    {
        var layers = Root.Providers.Zip(_names);
        foreach (var (provider, name) in layers.Reverse())
        {
            if (
                provider.TryGet(setting.Key, out var text)
                || (IsFile(provider) && provider.TryGet(InSection(setting), out text))
            )
            {
                return (text ?? "", name(setting));
            }
        }

        return null;
    }

    /// <summary>The user's secrets that have names of their own, each with its name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Named(NamedSecrets secrets) =>
        _named is null
            ? []
            : _named
                .Build()
                .GetSection(secrets.Section)
                .GetChildren()
                .Select(s => KeyValuePair.Create(s.Key, s.Value ?? ""));

    private static bool IsFile(IConfigurationProvider provider) => provider is FileConfigurationProvider;

    private static string InSection(Setting setting) => ConfigurationPath.Combine(SettingsFile.Section, setting.Key);

    // The file, and that of the environment, which is stronger.
    private void AddFiles(ConfigurationInput input, string name, SettingsFileKind kind)
    {
        AddFile(input.Folder, name, kind);
        if (input.Environment.TryGetValue(EnvironmentName, out var environment) && environment.Length > 0)
        {
            AddFile(input.Folder, Path.ChangeExtension(name, $"{DemandFileName(environment)}.json"), kind);
        }
    }

    private void AddFile(string folder, string name, SettingsFileKind kind)
    {
        new SettingsFile(Path.Combine(folder, name), kind).Demand();
        _builder.AddJsonFile(Path.Combine(folder, name), optional: true, reloadOnChange: false);
        _names.Add(_ => $"the file {name}");
    }

    private void Add(IEnumerable<KeyValuePair<string, string>> values) =>
        _builder.AddInMemoryCollection(
            values
                .DistinctBy(v => v.Key, StringComparer.OrdinalIgnoreCase)
                .Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))
        );

    private IConfigurationRoot Build()
    {
        try
        {
            return _builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "settings-not-readable",
                e.InnerException is FormatException or InvalidDataException
                    ? "the file is not a JSON object"
                    : "the file cannot be read",
                FileOf(e.Message),
                "mend it or move it away",
                e
            );
        }
    }

    private static string DemandFileName(string environment) =>
        environment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        && !environment.Contains('/', StringComparison.Ordinal)
            ? environment
            : throw new UnusableInputException(
                "setting-not-allowed",
                $"'{SafeText.Of(environment)}' from the environment variable {EnvironmentName} is not allowed",
                "Environment",
                "give the middle part of a file name, such as staging for appsettings.staging.json"
            );

    // The framework's message names the full path between quotes; the content stays out, it may hold the key.
    private static string FileOf(string message) =>
        message.Split('\'').FirstOrDefault(p => p.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) is { } path
            ? Path.GetFileName(path)
            : SharedFile;
}
