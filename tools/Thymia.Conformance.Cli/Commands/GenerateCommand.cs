using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Cases;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Writes cases for tests in other languages.</summary>
internal static class GenerateCommand
{
    private const string Name = $"{CommandTree.Name} generate";

    public static Command Create(Terminal terminal)
    {
        var count = new Option<int?>("--count")
        {
            HelpName = "N",
            Description = "How many cases, random ones making up the number [default: all but random ones]",
        };
        var file = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "File to write; - is standard output [default: -]",
            DefaultValueFactory = _ => "-",
        };
        var command = new CliCommand("generate", "Writes test cases as JSON lines; sends nothing.")
        {
            Notes =
            [
                "Each line: id, valid, operation, tier (valid) or mutation {location, keyword, kind} (invalid), payload "
                + "(the value to send), bodyBase64 (the exact bytes, where they are no plain serialisation of it or no "
                + "JSON), headers (where they are the point), and expect. The same seed gives the same bytes.",
            ],
            Examples =
            [
                ($"{Name} --count 1000 --seed 7 --out cases.jsonl", "A thousand cases into a file"),
                ($"{Name} | grep '\"valid\":false'", "Only those that must be rejected"),
            ],
        };
        command.Add(count);
        command.Add(file);
        var settings = new SettingOptions(
            command, SettingCatalogue.Seed, SettingCatalogue.Description, SettingCatalogue.Operation);
        command.SetAction((parsed, cancellation) => Task.FromResult(Generate(
            terminal, settings.Read(parsed, terminal), parsed.GetValue(count), parsed.GetValue(file)!, cancellation)));
        return command;
    }

    private static int Generate(
        Terminal terminal, ConformanceOptions options, int? count, string file, CancellationToken cancellation)
    {
        if (count < 0)
        {
            throw new UnusableInputException(
                "count-not-allowed", $"'{count}' is not allowed", "--count", "give a whole number from 0 on");
        }

        var plan = RunPlan.Read(options with { Random = 0 });
        var plans = count is { } wanted ? plan.Draw(wanted).Take(wanted) : plan.Cases;
        var discarded = 0;
        if (file == "-")
        {
            using var output = terminal.OpenOut();
            discarded = Write(output, plan, plans, cancellation);
        }
        else
        {
            ReportFile.Write(file, output => discarded = Write(output, plan, plans, cancellation));
        }

        if (discarded > 0)
        {
            terminal.Error.WriteLine(
                $"error: {discarded} cases contradicted themselves and were left out; please report this.");
        }

        return discarded > 0 ? 1 : 0;
    }

    private static int Write(Stream output, RunPlan plan, IEnumerable<CasePlan> plans, CancellationToken cancellation)
    {
        var discarded = 0;
        using var buffered = new BufferedStream(output, 1 << 16);
        using var lines = new CaseLines(buffered);
        foreach (var testCase in plans.Select(p => p.Make()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan.Contradiction(testCase) is null)
            {
                lines.Write(testCase);
            }
            else
            {
                discarded++;
            }
        }

        return discarded;
    }
}
