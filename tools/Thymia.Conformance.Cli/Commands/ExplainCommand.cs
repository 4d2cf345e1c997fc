using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Explains a check or a case.</summary>
internal static class ExplainCommand
{
    private const string Name = $"{ToolName.Name} explain";

    public static Command Create(Terminal terminal)
    {
        var subject = new Argument<string?>("ID")
        {
            Description = "A check, a rule, a kind of rule or a case; without it, all checks are listed",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var send = new Option<bool>("--send")
        {
            Description = "Send the case, and show the answer and what each check says of it",
        };
        var defects = new DefectOptions();
        var command = new CliCommand("explain", "Explains what a check asks, or what a case is and how it fares.")
        {
            Examples =
            [
                ($"{Name} response-schema", "A check"),
                ($"{Name} post-v1-calls:user.birthSex:enum:lower-case --seed 7 --send", "A case, sent again"),
            ],
        };
        command.Add(subject);
        command.Add(send);
        var settings = new SettingOptions(
            command,
            SettingCatalogue.BaseUrl,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.Operation,
            SettingCatalogue.Tag,
            SettingCatalogue.Exclude,
            SettingCatalogue.Seed,
            SettingCatalogue.Random,
            SettingCatalogue.MaxCases,
            SettingCatalogue.MaxCaseBytes,
            SettingCatalogue.Tier,
            SettingCatalogue.Policy,
            SettingCatalogue.Timeout,
            SettingCatalogue.AllowHttp,
            SettingCatalogue.CaFile,
            SettingCatalogue.AllowPhoneNumbers,
            SettingCatalogue.AllowChanges,
            SettingCatalogue.MaxAcceptedCalls,
            SequenceSettings.Values,
            JudgingSettings.Rules,
            JudgingSettings.AcceptedWithin,
            JudgingSettings.RefusedWithin,
            JudgingSettings.ClockSkew,
            JudgingSettings.RefusalStatuses,
            SettingCatalogue.IgnoreKeyword
        );
        defects.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var id = parsed.GetValue(subject);
                if (id is null || CheckCatalogue.IsOfAnyApi(id))
                {
                    return CheckScreen.Write(
                        terminal.Screen(),
                        [.. CheckCatalogue.All.Where(c => id is null || c.Id == id)],
                        isWhole: id is not null
                    );
                }

                if (RuleKinds.Find(id) is { } page)
                {
                    return CheckScreen.WriteKind(terminal.Screen(), id, page);
                }

                // The id of a case holds colons, that of a rule none.
                var options = settings.Read(parsed, terminal);
                if (
                    !id.Contains(':', StringComparison.Ordinal)
                    && RunPlan.Read(options, cancellation).Checks.FirstOrDefault(c => c.Id == id) is { } rule
                )
                {
                    return CheckScreen.Write(terminal.Screen(), [rule], isWhole: true);
                }

                var request = new RunRequest(
                    options,
                    defects.IsGiven(parsed) ? defects.Read(parsed) : null,
                    Pacts: false,
                    Quiet: false,
                    Colour: true
                );
                return await new CaseExplanation(terminal, request).ShowAsync(id, parsed.GetValue(send), cancellation);
            }
        );
        return command;
    }
}
