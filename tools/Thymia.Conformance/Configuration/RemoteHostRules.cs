namespace Thymia.Conformance.Configuration;

/// <summary>What a provider on another machine demands of the configuration.</summary>
internal static class RemoteHostRules
{
    public static void Demand(ConformanceOptions options)
    {
        if (options.IsLocal)
        {
            return;
        }

        var host = options.BaseUrl!.Host;
        if (options.BaseUrl.Scheme != Uri.UriSchemeHttps && !options.AllowHttp)
        {
            throw new UnusableInputException(
                "https-demanded",
                $"the key would travel unencrypted to {host}",
                SettingCatalogue.BaseUrl.Key,
                $"use https, or {SettingCatalogue.AllowHttp.Option} where the network is trusted");
        }

        if (options.ApiKey is null)
        {
            throw new UnusableInputException(
                "key-missing",
                $"the provider at {host} needs a key, and none is configured",
                SettingCatalogue.ApiKey.Key,
                $"set the environment variable {SettingCatalogue.ApiKey.Variable}"
                + $" or the user secret {SettingCatalogue.ApiKey.Key}");
        }
    }
}
