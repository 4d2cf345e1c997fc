using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>The main job.</summary>
internal static class RunCommand
{
    private const string Name = $"{ToolName.Name} run";

    public static Command Create(Terminal terminal)
    {
        var noPacts = new Option<bool>("--no-pacts") { Description = "Record no pact" };
        var dry = new Option<bool>("--dry-run")
        {
            Description = "Show what would be sent, and send nothing; with --verbose a line for each request",
        };
        var resume = new Option<string>("--resume")
        {
            HelpName = "DIR",
            Description = "Go on with the run that was stopped and left its journal there",
        };
        var quiet = new Option<bool>("--quiet") { Description = "Show the verdict alone" };
        var verbose = new Option<bool>("--verbose") { Description = "Show a line for each case as it ends" };
        var compareWith = new Option<string?>("--compare-with")
        {
            HelpName = "DIR",
            Description = "Say what changed since the run that wrote this folder [default: none]",
        };
        var noColour = new Option<bool>("--no-color")
        {
            Description = "Show no colours; the variable NO_COLOR does the same",
        };
        var defects = new DefectOptions();
        var command = new CliCommand("run", "Tests a provider against its contract and reports where it breaks it.")
        {
            Notes =
            [
                "The API key is read from THYMIA_APIKEY or the user secret ApiKey; there is no option for it. Every "
                    + "phone number sent is fictional, every host reserved for documentation, every person made up.",
                "Exit codes: 0 the contract is honoured, 1 it is broken, 2 unusable input, 3 no verdict.",
            ],
            Examples =
            [
                (Name, "Against a reference provider that starts by itself"),
                ($"{Name} --defect id-not-uuid", "The same with a fault in it, to see what a finding looks like"),
                (
                    $"THYMIA_APIKEY=… {Name} --base-url https://staging.example.com --seed 7",
                    "Against a provider, reproducibly"
                ),
                ($"{Name} --compare-with results-of-yesterday", "And say what changed"),
            ],
        };
        var settings = new SettingOptions(command, [.. SettingCatalogue.All.Where(s => !s.IsSecret)]);
        defects.AddTo(command);
        command.Add(dry);
        command.Add(resume);
        command.Add(noPacts);
        command.Add(quiet);
        command.Add(verbose);
        command.Add(compareWith);
        command.Add(noColour);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var input = settings.Input(parsed, terminal) with { Sends = !parsed.GetValue(dry) };
                var embedded = defects.IsGiven(parsed) ? defects.Read(parsed) : null;
                var isResumed = parsed.GetValue(resume) is not null;
                var request = new RunRequest(
                    isResumed ? new ConformanceOptions() : OptionsReader.Read(input),
                    embedded,
                    !parsed.GetValue(noPacts),
                    parsed.GetValue(quiet),
                    !parsed.GetValue(noColour)
                )
                {
                    Verbose = parsed.GetValue(verbose),
                    CompareWith = parsed.GetValue(compareWith),
                    Settings = OptionsReader.Texts(input),
                };
                request = parsed.GetValue(resume) is { } folder
                    ? RunBeginning.Resumed(request, folder, input, embedded)
                    : request;
                return parsed.GetValue(dry)
                    ? Task.FromResult(new DryRun(terminal, request).Show())
                    : new RunSession(terminal, request).ExecuteAsync(cancellation);
            }
        );
        return command;
    }
}
