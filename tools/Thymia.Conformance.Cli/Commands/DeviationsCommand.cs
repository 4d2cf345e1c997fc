using System.CommandLine;
using System.Globalization;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Files;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Keeps the list of what is known to deviate.</summary>
internal static class DeviationsCommand
{
    private const int UsualDays = 90;
    private const string Name = $"{ToolName.Name} deviations accept";

    public static Command Create(Terminal terminal)
    {
        var command = new CliCommand("deviations", "Keeps the list of deviations that are known and accepted for now.");
        command.Add(CreateAccept(terminal));
        return command;
    }

    private static CliCommand CreateAccept(Terminal terminal)
    {
        var results = new Argument<string>("RESULTS") { Description = "A results.json, or the folder that holds one" };
        var file = Text(
            "--out",
            "FILE",
            "Where to write the list; a file that exists stays as it is [default: the screen]"
        );
        var owner = Text("--owner", "TEXT", "Who will see to them; needed with --out");
        var expires = Text("--expires", "DATE", $"Last day on which they are accepted [default: in {UsualDays} days]");
        var reason = Text("--reason", "TEXT", "Why they are accepted; needed with --out");
        var command = new CliCommand("accept", "Writes a run's findings as known deviations, ready to be edited.")
        {
            Notes = ["A run reads them from fixtures/deviations, or from where --deviations says."],
            Examples =
            [
                ($"{Name} results --expires 2027-03-31", "Show what a run has found as a list to be edited"),
                (
                    $"{Name} results --out fixtures/deviations/staging.yaml --owner \"calls team\" --reason \"old "
                        + "clients\"",
                    "Accept it"
                ),
            ],
        };
        command.Add(results);
        new[] { file, owner, expires, reason }.ToList().ForEach(command.Add);
        command.SetAction(parsed =>
        {
            var writer = new DeviationWriter(Day(parsed.GetValue(expires), terminal.Time));
            var isFile = parsed.GetValue(file) is not null;
            writer = Said(owner, parsed.GetValue(owner), isFile) is { } who ? writer with { Owner = who } : writer;
            writer = Said(reason, parsed.GetValue(reason), isFile) is { } why ? writer with { Reason = why } : writer;
            return Write(terminal, parsed.GetValue(results)!, writer, parsed.GetValue(file));
        });
        return command;
    }

    private static int Write(Terminal terminal, string results, DeviationWriter writer, string? file)
    {
        if (File.Exists(file))
        {
            throw new UnusableInputException(
                "output-exists",
                "the file exists, and may hold what someone has edited",
                file,
                "name another with --out"
            );
        }

        var findings = SnapshotReader.Read(results).Findings;
        if (findings.FirstOrDefault(f => CheckCatalogue.Find(f.Check) is null) is { } strange)
        {
            throw new UnusableInputException(
                "results-not-readable",
                $"there is no check '{SafeText.Of(strange.Check)}', which a finding is of",
                results,
                "give results of the same version"
            );
        }

        var text = writer.Write(findings.Select(f => (f.Check, f.Location, f.CaseId)));
        if (file is null)
        {
            terminal.Out.Write(text);
            return 0;
        }

        OutputFile.Write(file, output => output.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        terminal.Out.WriteLine($"{Amounts.Of(findings.Count, "finding")} accepted in {file}.");
        return 0;
    }

    // A file takes effect with the next run, so nothing in it is left open; a list on the screen is there to be edited.
    private static string? Said(Option<string> option, string? text, bool isDemanded) =>
        text is null && !isDemanded ? null
        : text is not null && !DeviationWriter.IsOpen(text) ? text
        : throw new UnusableInputException(
            "option-not-allowed",
            text is null
                ? "it is missing, and a list that is written to a file takes effect as it is"
                : $"'{SafeText.Of(text)}' is not allowed",
            option.Name,
            option.Name == "--owner" ? "name who will see to them" : "say why they are accepted"
        );

    private static DateOnly Day(string? text, TimeProvider time)
    {
        const string Option = "--expires";
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (text is null)
        {
            return today.AddDays(UsualDays);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new UnusableInputException(
                "option-not-allowed",
                $"'{SafeText.Of(text)}' is not allowed",
                Option,
                "give a day such as 2027-03-31"
            );
        }

        return day >= today
            ? day
            : throw new UnusableInputException(
                "option-not-allowed",
                $"{text} is over, so nothing would be accepted",
                Option,
                string.Create(CultureInfo.InvariantCulture, $"give today, {today:yyyy-MM-dd}, or a later day")
            );
    }

    private static Option<string> Text(string name, string placeholder, string description) =>
        new(name) { HelpName = placeholder, Description = description };
}
