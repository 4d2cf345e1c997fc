using System.CommandLine;
using Thymia.Conformance.Cli.Inspecting;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Shows what of a description will be tested, and what not and why.</summary>
internal static class InspectCommand
{
    private const string Name = $"{ToolName.Name} inspect";

    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            HelpName = "FORMAT",
            Description = "text or json [default: text]",
            DefaultValueFactory = _ => "text",
        };
        var command = new CliCommand(
            "inspect",
            "Shows what of a description will be tested, and what not and why; sends nothing."
        )
        {
            Examples =
            [
                ($"{Name} --description api.yaml", "Every operation of a description"),
                ($"{Name} --description api.yaml --tag users --format json", "Some of them, for a program"),
            ],
        };
        command.Add(format);
        var settings = new SettingOptions(
            command,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.StrictDescription,
            SettingCatalogue.Operation,
            SettingCatalogue.Tag,
            SettingCatalogue.Exclude,
            SettingCatalogue.MaxCases,
            SettingCatalogue.MaxCaseBytes,
            SequenceSettings.Values,
            JudgingSettings.Rules,
            SettingCatalogue.IgnoreKeyword
        )
        {
            Sends = false,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                Show(
                    terminal,
                    parsed.GetValue(format)!,
                    RunPlan.Read(settings.Read(parsed, terminal) with { Random = 0 }, cancellation)
                );
                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static void Show(Terminal terminal, string format, RunPlan plan)
    {
        switch (format)
        {
            case "text":
                InspectionScreen.Write(terminal.Screen(), plan);
                break;
            case "json":
                terminal.Out.WriteLine(InspectionJson.Of(plan));
                break;
            default:
                throw new UnusableInputException(
                    "format-not-allowed",
                    $"'{SafeText.Of(format)}' is not allowed",
                    "--format",
                    "give text or json"
                );
        }
    }
}
