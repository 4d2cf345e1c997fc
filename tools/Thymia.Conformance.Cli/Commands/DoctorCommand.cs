using System.CommandLine;
using Thymia.Conformance.Cli.Diagnosing;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Looks at everything that a run needs, and says what to do where something is missing.</summary>
internal static class DoctorCommand
{
    private const int UnusableInput = 2;
    private const int NoVerdict = 3;
    private const string Name = $"{ToolName.Name} doctor";

    public static Command Create(Terminal terminal)
    {
        var command = new CliCommand("doctor", "Looks at everything that a run needs; creates nothing.")
        {
            Notes =
            [
                "It sends one request that cannot succeed, or a safe one, with the credential that a run would send.",
                "Exit codes: 0 a run can go ahead, 2 its input is unusable, 3 the provider or its credential is not.",
            ],
            Examples =
            [
                (Name, "This machine, and the reference provider"),
                ($"THYMIA_APIKEY=… {Name} --base-url https://staging.example.com", "Before the first run on staging"),
            ],
        };
        var settings = new SettingOptions(command, [.. SettingCatalogue.All.Where(s => !s.IsSecret)]);
        command.SetAction(
            (parsed, cancellation) => ExamineAsync(terminal, settings.Input(parsed, terminal), cancellation)
        );
        return command;
    }

    private static async Task<int> ExamineAsync(
        Terminal terminal,
        ConfigurationInput input,
        CancellationToken cancellation
    )
    {
        foreach (var diagnosis in MachineExamination.Make())
        {
            DoctorScreen.Write(terminal, diagnosis);
        }

        var subject = "Settings";
        try
        {
            DoctorScreen.WriteSettings(terminal, OptionsReader.Origins(input));
            var options = OptionsReader.Read(input);
            subject = "Description";
            var plan = RunPlan.Read(options with { Random = 0 }, cancellation);
            DoctorScreen.Write(terminal, DescriptionExamination.Of(plan));
            subject = "Provider";
            await using var provider = await ProviderUnderTest.StartAsync(options, plan, null, cancellation);
            var examination = new ProviderExamination(plan.For(provider.BaseUrl, provider.ApiKey), options.ClockSkew);
            var found = await examination.MakeAsync(cancellation);
            foreach (var diagnosis in found)
            {
                DoctorScreen.Write(terminal, diagnosis);
            }

            return found.Any(d => d.Condition == Condition.Bad) ? NoVerdict : 0;
        }
        catch (UnusableInputException problem)
        {
            DoctorScreen.Write(terminal, Diagnosis.Of(subject, problem));
            return UnusableInput;
        }
    }
}
