using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>What a provider on another machine demands of the configuration before anything is sent to it.</summary>
public static class RemoteHostRules
{
    /// <summary>What the configuration lacks; null where nothing.</summary>
    public static UnusableInputException? Obstacle(ConformanceOptions options)
    {
        if (options.IsLocal)
        {
            return null;
        }

        var host = options.BaseUrl!.Host;
        if (options.BaseUrl.Scheme != Uri.UriSchemeHttps && !options.AllowHttp)
        {
            return new UnusableInputException(
                "https-demanded",
                $"the key would travel unencrypted to {host}",
                SettingCatalogue.BaseUrl.Key,
                $"use https, or {SettingCatalogue.AllowHttp.Option} where the network is trusted"
            );
        }

        return
            options.ApiKey is not null
            || options.Credentials.Count > 0
            || options.Clients.Count > 0
            || options.Headers.Count > 0
            ? null
            : new UnusableInputException(
                "key-missing",
                $"the provider at {host} needs a key, and none is configured",
                SettingCatalogue.ApiKey.Key,
                $"set the environment variable {SettingCatalogue.ApiKey.Variable}"
                    + $" or the user secret {SettingCatalogue.ApiKey.Key}"
            );
    }
}
