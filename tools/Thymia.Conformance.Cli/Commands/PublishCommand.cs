using System.CommandLine;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Publishes pacts to a broker.</summary>
internal static class PublishCommand
{
    private const string Name = $"{ToolName.Name} publish";

    public static Command Create(Terminal terminal)
    {
        var places = PactPlaces.Option(
            "Pact files or folders; a version is published for each consumer [default: results/pacts]"
        );
        var version = new Option<string?>("--consumer-version")
        {
            HelpName = "TEXT",
            Description = "Version of the consumer [default: CI's or git's commit]",
        };
        var branch = new Option<string?>("--branch")
        {
            HelpName = "NAME",
            Description = "Branch of the consumer [default: CI's or git's]",
        };
        var build = new Option<string?>("--build-url")
        {
            HelpName = "URL",
            Description = "Page of the build [default: CI's]",
        };
        var tags = new Option<string[]>("--tag")
        {
            HelpName = "NAME",
            Description = "Tag of the version; may be repeated [default: none]",
            DefaultValueFactory = _ => [],
        };
        var broker = new BrokerOptions();
        var command = new CliCommand("publish", "Publishes pacts to a Pact Broker: all of a consumer's or none.")
        {
            Notes =
            [
                "The same pacts once more change nothing. Other pacts for a version that is published already are "
                    + "refused, and the broker's account of the difference is shown. Pacts of several consumers go "
                    + "consumer "
                    + "by consumer. An interaction about a missing key says so in a comment; other verifiers may "
                    + "need a filter.",
                "Exit codes: 0 published, 1 the version has other content there, 2 unusable input or a refused "
                    + "login, 3 no answer from the broker.",
            ],
            Examples =
            [
                (
                    $"PACT_BROKER_TOKEN=… {Name} --broker-url https://broker.example.com",
                    "The pacts of the last run, as this commit's"
                ),
                (
                    $"{Name} --pacts pacts --broker-url https://broker.example.com --token-env BROKER "
                        + "--consumer-version 1.4.0 --branch main",
                    "Under a version of your own"
                ),
            ],
        };
        command.Add(places);
        broker.AddTo(command);
        foreach (var option in new Option[] { version, branch, build, tags })
        {
            command.Add(option);
        }

        var settings = new SettingOptions(command, SettingCatalogue.Timeout, SettingCatalogue.AllowHttp)
        {
            Sends = false,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var code = CodeVersion.Of(terminal);
                var publication = new Publication
                {
                    Pacts = PactFiles.Find(PactPlaces.Of(parsed, places, Path.Combine("results", "pacts"))),
                    Version = parsed.GetValue(version) ?? code.DemandCommit("--consumer-version"),
                    Branch = parsed.GetValue(branch) ?? code.Branch,
                    BuildUrl = parsed.GetValue(build) ?? code.BuildUrl,
                    Tags = parsed.GetValue(tags)!,
                };
                return PublishAsync(
                    terminal,
                    broker.Read(parsed, terminal, settings.Read(parsed, terminal)),
                    publication,
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> PublishAsync(
        Terminal terminal,
        BrokerAccess access,
        Publication publication,
        CancellationToken cancellation
    )
    {
        using var broker = new PactBroker(access);
        foreach (var own in publication.Pacts.GroupBy(p => p.Consumer).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await PublishAsync(terminal, broker, publication with { Pacts = [.. own] }, cancellation);
        }

        return 0;
    }

    private static async Task PublishAsync(
        Terminal terminal,
        PactBroker broker,
        Publication publication,
        CancellationToken cancellation
    )
    {
        var result = await broker.PublishAsync(publication, cancellation);
        var branch = publication.Branch is { } name ? $", branch {name}" : "";
        terminal.Field(
            "Published",
            $"{result.Consumer} {publication.Version}{branch}{(result.Unchanged ? " (was there already)" : "")}"
        );
        foreach (var pact in result.Pacts)
        {
            terminal.Field(
                "Pact",
                $"with {pact.Provider}, "
                    + $"{Amounts.Of(pact.Interactions, "interaction")}{(pact.Url is { } url ? $": {url}" : "")}"
            );
        }

        foreach (var warning in result.Warnings)
        {
            terminal.Note(warning.ReplaceLineEndings(" "));
        }
    }
}
