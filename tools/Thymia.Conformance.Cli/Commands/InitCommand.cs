using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Starting;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>The first files for an API of one's own.</summary>
internal static class InitCommand
{
    private const string Name = $"{ToolName.Name} init";

    public static Command Create(Terminal terminal)
    {
        var command = new CliCommand("init", "Writes the first files for an API of your own.")
        {
            Notes =
            [
                "Reads the description, and writes into this folder: thymia-conformance.json with its schema "
                    + "for editors, "
                    + "conformance.runsettings, and a workflow for GitHub. A file that is there already stays "
                    + "as it is. "
                    + "Nothing is sent to the provider.",
                "What is not given is asked for where somebody can answer.",
                "Exit codes: 0 the files are there, 2 unusable input.",
            ],
            Examples =
            [
                (Name, "Asks for the description and the base URL"),
                ($"{Name} --description openapi.yaml --base-url https://staging.example.com", "Asks nothing"),
            ],
        };
        var settings = new SettingOptions(command, SettingCatalogue.Description, SettingCatalogue.BaseUrl)
        {
            Sends = false,
        };
        command.SetAction(
            (parsed, cancellation) =>
                new StarterSession(terminal, settings.Input(parsed, terminal)).ExecuteAsync(cancellation)
        );
        return command;
    }
}
