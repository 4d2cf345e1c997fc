using System.CommandLine;
using System.CommandLine.Help;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>The command without a subcommand.</summary>
internal static class CommandTree
{
    public static Command Create(Terminal terminal)
    {
        var version = new Option<bool>("--version") { Description = "Show the version" };
        var root = new CliCommand(
            ToolName.Name,
            "Tests whether a provider honours its OpenAPI contract, and records the contract as a Pact."
        )
        {
            Notes =
            [
                "Exit codes: 0 the contract is honoured, 1 it is broken, 2 unusable input, 3 no verdict.",
                "Every option of run is also a setting: in thymia-conformance.json by its name (BaseUrl), in the "
                    + "environment as THYMIA_BASEURL. The API key is set as THYMIA_APIKEY or as the user secret "
                    + "ApiKey, never "
                    + "as an "
                    + "option.",
            ],
            Examples =
            [
                ($"{ToolName.Name} run", "Watch it work, against a reference provider that starts by itself"),
                ($"THYMIA_APIKEY=… {ToolName.Name} run --base-url https://staging.example.com", "Test a provider"),
            ],
        };
        root.Add(RunCommand.Create(terminal));
        root.Add(MergeCommand.Create(terminal));
        root.Add(CleanupCommand.Create(terminal));
        root.Add(GenerateCommand.Create(terminal));
        root.Add(DiffCommand.Create(terminal));
        root.Add(HistoryCommand.Create(terminal));
        root.Add(ContractDiffCommand.Create(terminal));
        root.Add(ExplainCommand.Create(terminal));
        root.Add(ConstraintsCommand.Create(terminal));
        root.Add(InspectCommand.Create(terminal));
        root.Add(InitCommand.Create(terminal));
        root.Add(DoctorCommand.Create(terminal));
        root.Add(ServeCommand.Create(terminal));
        root.Add(SelfTestCommand.Create(terminal));
        root.Add(RecordCommand.Create(terminal));
        root.Add(VerifyCommand.Create(terminal));
        root.Add(StubCommand.Create(terminal));
        root.Add(PublishCommand.Create(terminal));
        root.Add(CanIDeployCommand.Create(terminal));
        root.Add(RecordDeploymentCommand.Create(terminal));
        root.Add(DeviationsCommand.Create(terminal));
        root.Add(CompletionCommand.Create(terminal, root));
        root.Add(HelpCommand.Create(terminal, root));
        root.Add(version);
        root.Add(
            new HelpOption("--help", "-h")
            {
                Description = "Show help",
                Action = new HelpScreen(terminal),
                Recursive = true,
            }
        );
        root.SetAction(parsed => parsed.GetValue(version) ? ShowVersion(terminal) : ShowHelp(terminal, root));
        return root;
    }

    private static int ShowVersion(Terminal terminal)
    {
        terminal.Out.WriteLine(ToolName.Version);
        return 0;
    }

    // A script that forgot the command must not go on as if something had been tested.
    private static int ShowHelp(Terminal terminal, Command root)
    {
        HelpScreen.Write((terminal with { Out = terminal.Error }).Screen(), root);
        return 2;
    }
}
