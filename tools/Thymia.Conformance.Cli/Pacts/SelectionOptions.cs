using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// The options that choose pacts at a broker, and say under which version their results are published.
/// </summary>
internal sealed class SelectionOptions
{
    private readonly Option<string[]> _selectors = new("--consumer-version-selectors")
    {
        HelpName = "JSON",
        Description =
            "Which consumers' pacts: a selector or a list of them; may be repeated [default: main branches, and "
            + "deployed or released]",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _branches = new("--branch")
    {
        HelpName = "NAME",
        Description = "Consumers' branch whose latest pacts are verified; may be repeated",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _pending = new("--enable-pending")
    {
        Description = "Let pacts fail that this branch has not honoured yet",
    };

    private readonly Option<string?> _since = new("--include-wip-since")
    {
        HelpName = "DATE",
        Description = "Also try pacts that no selector names, if newer than this [default: none]",
    };

    private readonly Option<bool> _publish = new("--publish-results") { Description = "Tell the broker the results" };

    private readonly Option<string?> _version = new("--provider-version")
    {
        HelpName = "TEXT",
        Description =
            "Version of the provider that is verified [default: THYMIA_PROVIDERVERSION; on this machine CI's or "
            + "git's commit, elsewhere what its /openapi.json says]",
    };

    private readonly Option<string?> _branch = new("--provider-branch")
    {
        HelpName = "NAME",
        Description = "Branch of the provider [default: CI's or git's]",
    };

    private readonly Option<string?> _buildUrl = new("--build-url")
    {
        HelpName = "URL",
        Description = "Page of the build [default: CI's]",
    };

    private Option[] All => [_selectors, _branches, _pending, _since, _publish, _version, _branch, _buildUrl];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>True where the command line says something that only a broker can mean.</summary>
    public bool IsGiven(ParseResult parsed) => All.Any(o => parsed.GetResult(o) is { Implicit: false });

    /// <exception cref="UnusableInputException">A selector or the date cannot be read.</exception>
    public PactSelection Read(ParseResult parsed, string provider, CodeVersion code) =>
        new()
        {
            Provider = provider,
            Selectors =
            [
                .. parsed.GetValue(_selectors)!.SelectMany(Selectors),
                .. parsed.GetValue(_branches)!.Select(b => new JsonObject { ["branch"] = b }),
            ],
            ProviderBranch = parsed.GetValue(_branch) ?? code.Branch,
            EnablePending = parsed.GetValue(_pending),
            WorkInProgressSince = parsed.GetValue(_since) is { } since ? Day(since) : null,
        };

    /// <summary>Null where results are not to be published.</summary>
    /// <exception cref="UnusableInputException">No version is known.</exception>
    public async Task<ProviderVersion?> PublicationAsync(
        ParseResult parsed,
        Terminal terminal,
        ConformanceOptions options,
        CancellationToken cancellation
    )
    {
        if (!parsed.GetValue(_publish))
        {
            return null;
        }

        var code = CodeVersion.Of(terminal);
        return new ProviderVersion(
            await VerifiedVersion.OfAsync(parsed.GetValue(_version), terminal, options, cancellation),
            parsed.GetValue(_branch) ?? code.Branch,
            parsed.GetValue(_buildUrl) ?? code.BuildUrl
        );
    }

    private static IEnumerable<JsonObject> Selectors(string text)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            json = null;
        }

        return json switch
        {
            JsonObject one => [one],
            JsonArray list when list.Count > 0 && list.All(s => s is JsonObject) => list.Select(s => s!.AsObject()),
            _ => throw new UnusableInputException(
                "selector-not-json",
                $"'{SafeText.Of(text)}' is no selector",
                "--consumer-version-selectors",
                """give JSON such as {"mainBranch":true} or {"branch":"feature"}"""
            ),
        };
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UnusableInputException(
                "date-not-allowed",
                $"'{SafeText.Of(text)}' is no date",
                "--include-wip-since",
                "give a day such as 2026-01-31"
            );
}
