using System.CommandLine;
using Spectre.Console;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Runs the reference provider alone.</summary>
internal static class ServeCommand
{
    private const int MaxLatency = 600_000;
    private const string Name = $"{ToolName.Name} serve";

    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = "Port on 127.0.0.1; 0 takes a free one [default: 8080]",
            DefaultValueFactory = _ => 8080,
        };
        var latency = new Option<string>("--latency")
        {
            HelpName = "MS",
            Description = "Milliseconds that every answer takes [default: 0]",
            DefaultValueFactory = _ => "0",
        };
        var keeps = new Option<bool>("--keep-calls")
        {
            Description = "Keep calls in memory: they can be read, listed, changed and deleted",
        };
        var log = new Option<bool>("--log") { Description = "Show each request with its status and time" };
        var list = new Option<bool>("--list-defects") { Description = "Show every Defect and the check that finds it" };
        var defects = new DefectOptions();
        var command = new CliCommand("serve", "Runs the reference provider until Ctrl-C.")
        {
            Notes =
            [
                "It rings nobody, and keeps nothing unless told to. It expects the key in THYMIA_APIKEY, or "
                    + "else a demo "
                    + "key that it shows; with --keep-calls that in THYMIA_OTHERAPIKEY is a second caller.",
                "Besides the contract's operations it answers GET /health, GET /openapi.json and "
                    + "POST /_pact/provider-states; with --keep-calls also GET and DELETE /__provider/calls, for "
                    + "everything that is kept.",
            ],
            Examples =
            [
                ($"{Name} --port 8080", "A provider that honours the contract"),
                ($"{Name} --defect id-not-uuid", "One that does not"),
                ($"{Name} --keep-calls --seed 7 --log", "One that remembers, with the same ids each time it starts"),
            ],
        };
        command.Add(port);
        command.Add(keeps);
        command.Add(latency);
        command.Add(log);
        defects.AddTo(command);
        command.Add(list);
        var settings = new SettingOptions(command, SettingCatalogue.Seed);
        command.SetAction(
            async (parsed, cancellation) =>
                parsed.GetValue(list)
                    ? ShowDefects(terminal.Screen())
                    : await ServeAsync(
                        terminal,
                        Callers(settings.Read(parsed, terminal)) with
                        {
                            Port = parsed.GetValue(port),
                            Defects = defects.Read(parsed).Defects,
                            Mode = defects.Read(parsed).Mode,
                            KeepsCalls = parsed.GetValue(keeps),
                            Latency = Latency(parsed.GetValue(latency)!),
                            TimeProvider = terminal.Time,
                        },
                        parsed.GetValue(log),
                        cancellation
                    )
        );
        return command;
    }

    private static ProviderOptions Callers(ConformanceOptions options) =>
        new()
        {
            ApiKey = options.ApiKey ?? ProviderOptions.DemoApiKey,
            OtherApiKey = options.OtherApiKey,
            Seed = options.Seed,
        };

    /// <exception cref="UnusableInputException">It is no number, or one that nobody waits for.</exception>
    private static TimeSpan Latency(string text) =>
        SettingText.Whole(text, 0, MaxLatency) is { } milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new UnusableInputException(
                "latency-not-allowed",
                $"'{SafeText.Of(text)}' is not allowed",
                "--latency",
                $"give a whole number from 0 to {MaxLatency}"
            );

    private static async Task<int> ServeAsync(
        Terminal terminal,
        ProviderOptions options,
        bool isLogged,
        CancellationToken cancellation
    )
    {
        var requests = new RequestLog(terminal.Out, options);
        options = isLogged ? options with { OnAnswered = requests.Add } : options;
        await using var provider = await ReferenceProvider.StartAsync(options, cancellation);
        var key = options.ApiKey == ProviderOptions.DemoApiKey ? options.ApiKey : "as in THYMIA_APIKEY";
        await terminal.Out.WriteLineAsync($"Listening on {provider.BaseUrl} (x-api-key: {key}); Ctrl-C ends it.");
        foreach (var defect in ReferenceProvider.Defects.Where(d => options.Defects.Contains(d.Name)))
        {
            await terminal.Out.WriteLineAsync($"Defect {defect.Name}: {defect.Description}");
        }

        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, terminal.Time, cancellation)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static int ShowDefects(IAnsiConsole console)
    {
        foreach (var group in ReferenceProvider.Defects.GroupBy(d => d.Group))
        {
            console.Write(new Paragraph(group.Key + "\n", new Style(decoration: Decoration.Bold)));
            foreach (var defect in group)
            {
                console.Write(new Paragraph($"  {defect.Name}"));
                console.Write(new Paragraph($"  found by {defect.Check}\n", new Style(decoration: Decoration.Dim)));
                console.Write(new Padder(new Paragraph(defect.Description), new Padding(6, 0, 0, 0)));
            }

            console.WriteLine();
        }

        return 0;
    }
}
