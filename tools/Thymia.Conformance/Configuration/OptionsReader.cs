using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Reads the options from <c>appsettings.json</c>, <c>thymia-conformance.json</c> (each with its variant for the
/// environment that <c>THYMIA_ENVIRONMENT</c> names), user secrets, variables that start with <c>THYMIA_</c>, and the
/// command line; each source overrules those before it.
/// </summary>
public static class OptionsReader
{
    /// <exception cref="UnusableInputException">A value is not allowed; it says which, from where, and what
    /// is.</exception>
    public static ConformanceOptions Read(ConfigurationInput input)
    {
        VariableNames.Demand(input.Environment);
        var sources = new ConfigurationSources(input);
        var options = SettingCatalogue.All.Aggregate(new ConformanceOptions(), (sofar, setting) =>
            Apply(sofar, setting, sources)
        );
        options = options with
        {
            Credentials = CredentialVariables.Secrets.Read(
                input.Environment,
                sources.Named(CredentialVariables.Secrets)
            ),
            Clients = ClientVariables.Secrets.Read(input.Environment, sources.Named(ClientVariables.Secrets)),
            Headers = HeaderVariables.Secrets.Read(input.Environment, sources.Named(HeaderVariables.Secrets)),
            Variables = input.Environment,
        };
        options = options with
        {
            ApiKey = options.ApiKey ?? (options.Credentials.Count == 1 ? options.Credentials.Values.Single() : null),
        };
        options = options with
        {
            DescriptionText = options.Description == "-" && input.StandardInput is { } read ? read() : null,
        };
        if (input.Sends)
        {
            DemandBaseUrl(options, input.Environment.GetValueOrDefault(ConfigurationSources.EnvironmentName, ""));
            if (RemoteHostRules.Obstacle(options) is { } obstacle)
            {
                throw obstacle;
            }
        }

        options = options with
        {
            Shard = input.Divides ? options.Shard ?? ShardVariables.Find(input.Environment) : null,
        };
        return options with { Deviations = options.Deviations ?? UsualDeviations(options, input.Folder) };
    }

    /// <summary>Every setting that is set somewhere, by key and without secrets, as text.</summary>
    /// <exception cref="UnusableInputException">A file of settings cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Texts(ConfigurationInput input)
    {
        var sources = new ConfigurationSources(input);
        var texts = SettingCatalogue
            .All.Where(s => !s.IsSecret)
            .Select(s => (s.Key, sources.Find(s)?.Text))
            .Where(s => s.Text is not null)
            .ToDictionary(s => s.Key, s => s.Text!);
        if (input.Divides && ShardVariables.Find(input.Environment) is { } shard)
        {
            texts.TryAdd(SettingCatalogue.Shard.Key, shard.ToString());
        }

        return texts;
    }

    /// <summary>Every setting that is set somewhere, in the order of the catalogue, and where it is.</summary>
    /// <exception cref="UnusableInputException">A file of settings cannot be read.</exception>
    public static IReadOnlyList<SettingOrigin> Origins(ConfigurationInput input)
    {
        var sources = new ConfigurationSources(input);
        return
        [
            .. from setting in SettingCatalogue.All
            let found = sources.Find(setting)
            where found is not null
            select new SettingOrigin(
                setting,
                setting.IsSecret ? null : Shown(setting, found.Value.Text),
                found.Value.Origin
            ),
        ];
    }

    // Whoever names an environment means a provider there: what passed against the embedded one would deceive.
    private static void DemandBaseUrl(ConformanceOptions options, string environment)
    {
        if (environment.Length > 0 && options.BaseUrl is null)
        {
            throw new UnusableInputException(
                "base-url-missing",
                $"{ConfigurationSources.EnvironmentName} names '{SafeText.Of(environment)}', and no provider is "
                    + "configured for it",
                SettingCatalogue.BaseUrl.Key,
                $"set {SettingCatalogue.BaseUrl.Variable}, or unset {ConfigurationSources.EnvironmentName} to test "
                    + "the embedded provider"
            );
        }
    }

    // A fault of the embedded provider is there to be seen, so nothing is known of it unless someone says so.
    private static string? UsualDeviations(ConformanceOptions options, string folder) =>
        options.BaseUrl is not null
        && Path.Combine(folder, "fixtures", "deviations") is var usual
        && Directory.Exists(usual)
            ? usual
            : null;

    private static ConformanceOptions Apply(ConformanceOptions options, Setting setting, ConfigurationSources sources)
    {
        // Pipelines hand on a secret they do not have as empty text: that is no key, not a wrong one.
        if (sources.Find(setting) is not { } found || (setting.IsSecret && found.Text.Trim().Length == 0))
        {
            return options;
        }

        return (found.Text.Trim().Length == 0 ? null : setting.Set(options, found.Text))
            ?? throw new UnusableInputException(
                "setting-not-allowed",
                $"{Shown(setting, found.Text)} from {found.Origin} is not allowed",
                setting.Key,
                $"give {setting.Allowed}"
            );
    }

    private static string Shown(Setting setting, string text)
    {
        if (setting.IsSecret)
        {
            return "the value";
        }

        if (text.Trim().Length == 0)
        {
            return "empty text";
        }

        // A URL with an at sign may hold a password before it.
        var at = setting == SettingCatalogue.BaseUrl ? text.LastIndexOf('@') : -1;
        return $"'{SafeText.Of(at < 0 ? text : "[hidden]" + text[at..])}'";
    }
}
