using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.SelfTesting;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Tests the suite itself.</summary>
internal static class SelfTestCommand
{
    private const string Name = $"{ToolName.Name} self-test";
    private const int MostParallel = 64;

    public static Command Create(Terminal terminal)
    {
        var seeds = Text("--seeds", "A-B", "Seeds to repeat it with, such as 1-20 [default: 1]");
        var seed = Text("--seed", "N", "The one seed to try with [default: 1]");
        var format = Text("--format", "FORMAT", "text, json or markdown [default: text]");
        var parallel = Text(
            "--parallel",
            "N",
            "Trials under way at once; those that judge time run alone [default: 1]"
        );
        var defects = new DefectOptions();
        var command = new CliCommand(
            "self-test",
            "Shows that the suite finds every Defect of the reference provider, and nothing else."
        )
        {
            Notes =
            [
                "For each Defect a reference provider is started and tested until the check that is meant to find it "
                    + "does. Then providers without a Defect are tested in every mode, by its policy and by auto: "
                    + "whatever "
                    + "is found there is a false alarm. With --defect only those Defects are tried, with --mode only "
                    + "that "
                    + "mode. In the pydantic modes some Defects are what the framework does anyway.",
                "Settings of yours play no part. What a trial sets on purpose, its row says.",
                "Exit codes: 0 all found and no false alarm, 1 otherwise, 2 unusable input, 3 stopped too early "
                    + "to say.",
            ],
            Examples =
            [
                (Name, "All Defects, with seed 1"),
                ($"{Name} --seeds 1-20 --format markdown", "With twenty seeds, as a document"),
                ($"{Name} --defect id-not-uuid --defect leap-day-500", "Two of them"),
            ],
        };
        command.Add(seeds);
        command.Add(seed);
        defects.AddTo(command);
        command.Add(format);
        command.Add(parallel);
        command.SetAction(
            (parsed, cancellation) =>
                new SelfTestSession(
                    terminal,
                    new SelfTestRequest(
                        SeedsOf(parsed.GetValue(seeds), parsed.GetValue(seed)),
                        Chosen(defects.Read(parsed)),
                        defects.IsModeGiven(parsed) ? defects.Read(parsed).Mode : null,
                        Read(
                            parsed.GetValue(parallel),
                            "--parallel",
                            t => Whole(t, 1, MostParallel),
                            "a whole number from 1 to 64"
                        ) ?? 1
                    )
                    {
                        Format = Read(parsed.GetValue(format), "--format", FormatOf, "text, json or markdown")
                            ?? SelfTestFormat.Text,
                    }
                ).ExecuteAsync(cancellation)
        );
        return command;
    }

    private static Option<string> Text(string name, string placeholder, string description) =>
        new(name) { HelpName = placeholder, Description = description };

    private static IReadOnlyList<DefectInfo>? Chosen(ProviderOptions options) =>
        options.Defects.Count == 0 ? null : [.. ReferenceProvider.Defects.Where(d => options.Defects.Contains(d.Name))];

    private static IReadOnlyList<ulong> SeedsOf(string? range, string? single) =>
        (range, single) switch
        {
            (not null, not null) => throw new UnusableInputException(
                "seeds-given-twice",
                "--seed and --seeds exclude each other",
                "--seeds",
                "leave one of them out"
            ),
            (not null, _) => SeedRange.Read(range),
            _ => [Read(single, "--seed", SeedRange.One, "a whole number from 0 to 18446744073709551615") ?? 1],
        };

    private static SelfTestFormat? FormatOf(string text) =>
        Enum.GetValues<SelfTestFormat>()
            .Cast<SelfTestFormat?>()
            .FirstOrDefault(f => string.Equals($"{f}", text, StringComparison.OrdinalIgnoreCase));

    private static int? Whole(string text, int least, int most) =>
        SeedRange.One(text) is { } n && n >= (ulong)least && n <= (ulong)most ? (int)n : null;

    private static T? Read<T>(string? text, string option, Func<string, T?> read, string allowed)
        where T : struct =>
        text is null
            ? null
            : read(text)
                ?? throw new UnusableInputException(
                    "option-not-allowed",
                    $"'{SafeText.Of(text)}' is not allowed",
                    option,
                    $"give {allowed}"
                );
}
