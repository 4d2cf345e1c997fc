using System.CommandLine;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Asks a broker whether a version may be deployed.</summary>
internal static class CanIDeployCommand
{
    private const string Name = $"{ToolName.Name} can-i-deploy";

    public static Command Create(Terminal terminal)
    {
        var version = new VersionOptions();
        var environment = new Option<string?>("--to-environment")
        {
            HelpName = "NAME",
            Description = "Where it shall go [default: beside the latest versions of all others]",
        };
        var broker = new BrokerOptions();
        var command = new CliCommand("can-i-deploy", "Asks a Pact Broker whether a version may be deployed.")
        {
            Notes =
            [
                "Exit codes: 0 yes, 1 no, 2 unusable input or a refused login, 3 results are missing, or no answer.",
            ],
            Examples =
            [
                (
                    $"{Name} --pacticipant thymia-consumer --to-environment production --broker-url "
                        + "https://broker.example.com",
                    "This commit's"
                ),
            ],
        };
        version.AddTo(command);
        command.Add(environment);
        broker.AddTo(command);
        var settings = new SettingOptions(command, SettingCatalogue.Timeout, SettingCatalogue.AllowHttp)
        {
            Sends = false,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var (name, number) = version.Read(parsed, terminal);
                return AskAsync(
                    terminal,
                    broker.Read(parsed, terminal, settings.Read(parsed, terminal)),
                    name,
                    number,
                    parsed.GetValue(environment),
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> AskAsync(
        Terminal terminal,
        BrokerAccess access,
        string name,
        string version,
        string? environment,
        CancellationToken cancellation
    )
    {
        using var broker = new PactBroker(access);
        var answer = await broker.CanIDeployAsync(name, version, environment, cancellation);
        foreach (var row in answer.Rows)
        {
            var result = row.Success switch
            {
                true => "honoured",
                false => "broken",
                null => "not verified",
            };
            terminal.Field(
                "Pact",
                $"{row.Consumer} {row.ConsumerVersion} with {row.Provider} {row.ProviderVersion ?? "(no version)"}: "
                    + $"{result}"
            );
        }

        var place = environment is null ? "" : $" to {environment}";
        var verdict = answer.Deployable switch
        {
            true => "can be deployed",
            false => "must not be deployed",
            null => "has no verdict yet and should not be deployed",
        };
        var reason = answer.Reason.ReplaceLineEndings("; ").TrimEnd('.');
        await terminal.Out.WriteLineAsync(SafeText.Of($"{name} {version} {verdict}{place}: {reason}."));
        return answer.Deployable switch
        {
            true => 0,
            false => 1,
            null => 3,
        };
    }
}
