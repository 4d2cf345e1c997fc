using System.CommandLine;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Tells a broker that a version has been deployed.</summary>
internal static class RecordDeploymentCommand
{
    private const string Name = $"{ToolName.Name} record-deployment";

    public static Command Create(Terminal terminal)
    {
        var version = new VersionOptions();
        var environment = new Option<string>("--environment")
        {
            HelpName = "NAME",
            Description = "Where it went",
            Required = true,
        };
        var broker = new BrokerOptions();
        var command = new CliCommand("record-deployment", "Tells a Pact Broker that a version has been deployed.")
        {
            Examples =
            [
                (
                    $"{Name} --pacticipant thymia-consumer --environment production --broker-url "
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
                return RecordAsync(
                    terminal,
                    broker.Read(parsed, terminal, settings.Read(parsed, terminal)),
                    name,
                    number,
                    parsed.GetValue(environment)!,
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> RecordAsync(
        Terminal terminal,
        BrokerAccess access,
        string name,
        string version,
        string environment,
        CancellationToken cancellation
    )
    {
        using var broker = new PactBroker(access);
        await broker.RecordDeploymentAsync(name, version, environment, cancellation);
        terminal.Field("Recorded", $"{name} {version} is deployed to {environment}");
        return 0;
    }
}
