using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Reports.Exports;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Writes cases for tests in other languages.</summary>
internal static class GenerateCommand
{
    private const string Name = $"{ToolName.Name} generate";

    public static Command Create(Terminal terminal)
    {
        var count = new Option<int?>("--count")
        {
            HelpName = "N",
            Description = "How many cases, random ones making up the number [default: all but random ones]",
        };
        var format = new Option<string>("--format")
        {
            HelpName = "NAME",
            Description = $"{string.Join(", ", CaseFormats.Names)}, or files for a folder [default: jsonl]",
            DefaultValueFactory = _ => "jsonl",
        };
        var file = new Option<string>("--out")
        {
            HelpName = "PATH",
            Description = "File to write, or folder for files; - is standard output [default: -]",
            DefaultValueFactory = _ => "-",
        };
        var command = new CliCommand("generate", "Writes test cases for other tools; sends nothing.")
        {
            Notes =
            [
                "jsonl, a case a line: id, valid, operation, tier (valid) or mutation {location, keyword, kind} "
                    + "(invalid), payload (the value to send), bodyBase64 (the exact bytes, where they are no plain "
                    + "serialisation of it or no JSON), headers (where they are the point), and expect. The same seed "
                    + "gives the same bytes.",
                "har: an HTTP Archive without answers. http: requests for editors; what the format cannot carry is "
                    + "left out. curl: a shell script. All three name the provider at --base-url, or else one at "
                    + "http://localhost:8080. files: each body in a file of valid/ or invalid/, and index.jsonl.",
            ],
            Examples =
            [
                ($"{Name} --count 1000 --seed 7 --out cases.jsonl", "A thousand cases into a file"),
                (
                    $"{Name} --only invalid --filter location=user.*,keyword=enum",
                    "Those that break an enum of the user"
                ),
                ($"{Name} --format files --out cases", "A file for each body, for tests in any language"),
            ],
        };
        command.Add(count);
        command.Add(format);
        command.Add(file);
        var settings = new SettingOptions(
            command,
            SettingCatalogue.Only,
            SettingCatalogue.Filter,
            SettingCatalogue.Seed,
            SettingCatalogue.MaxCases,
            SettingCatalogue.MaxCaseBytes,
            SettingCatalogue.BaseUrl,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.StrictDescription,
            SettingCatalogue.Operation,
            SettingCatalogue.Tag,
            SettingCatalogue.Exclude,
            SequenceSettings.Values,
            JudgingSettings.Rules,
            SettingCatalogue.IgnoreKeyword
        )
        {
            Sends = false,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    new CaseExport(
                        terminal,
                        settings.Read(parsed, terminal),
                        Format(parsed.GetValue(format)!),
                        parsed.GetValue(file)!
                    ).Write(Count(parsed.GetValue(count)), cancellation)
                )
        );
        return command;
    }

    private static int? Count(int? count) =>
        count is null or >= 0
            ? count
            : throw new UnusableInputException(
                "count-not-allowed",
                $"'{count}' is not allowed",
                "--count",
                "give a whole number from 0 on"
            );

    private static string Format(string name) =>
        name == CaseExport.Files || CaseFormats.Names.Contains(name)
            ? name
            : throw new UnusableInputException(
                "format-not-allowed",
                $"'{SafeText.Of(name)}' is not allowed",
                "--format",
                $"give {string.Join(", ", CaseFormats.Names)} or {CaseExport.Files}"
            );
}
