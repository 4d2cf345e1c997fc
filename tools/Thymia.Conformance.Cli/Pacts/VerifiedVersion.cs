using Thymia.Conformance.Cli.Documents;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// Which version of a provider is verified. On this machine it is what is built here; elsewhere only who
/// deployed it knows, or the provider itself.
/// </summary>
internal static class VerifiedVersion
{
    private const string Variable = "THYMIA_PROVIDERVERSION";

    /// <param name="given">By an option; null where none is.</param>
    /// <exception cref="UnusableInputException">Nobody says.</exception>
    public static async Task<string> OfAsync(
        string? given,
        Terminal terminal,
        ConformanceOptions options,
        CancellationToken cancellation
    )
    {
        if ((given ?? terminal.Environment.GetValueOrDefault(Variable)) is { Length: > 0 } version)
        {
            return version;
        }

        return options.BaseUrl is { IsLoopback: false } remote
            ? await OfProviderAsync(remote, options, cancellation)
            : CodeVersion.Of(terminal).DemandCommit("--provider-version");
    }

    private static async Task<string> OfProviderAsync(
        Uri remote,
        ConformanceOptions options,
        CancellationToken cancellation
    )
    {
        try
        {
            var live = await LiveDescription.ReadAsync(remote, options.Timeout, cancellation);
            return live.Version is { Length: > 0 } version ? version : throw Missing(null);
        }
        catch (UnusableInputException e) when (e.Code != "provider-version-missing")
        {
            throw Missing(e);
        }
    }

    private static UnusableInputException Missing(Exception? cause) =>
        new(
            "provider-version-missing",
            "the provider does not say at /openapi.json which version it is, and a result belongs to one",
            "--provider-version",
            $"give it, or set {Variable}",
            cause
        );
}
