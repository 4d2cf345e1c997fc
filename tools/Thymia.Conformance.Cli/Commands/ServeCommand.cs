using System.CommandLine;
using Spectre.Console;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Runs the reference provider alone.</summary>
internal static class ServeCommand
{
    private const string Name = $"{ToolName.Name} serve";

    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = "Port on 127.0.0.1; 0 takes a free one [default: 8080]",
            DefaultValueFactory = _ => 8080,
        };
        var list = new Option<bool>("--list-defects") { Description = "Show every Defect and the check that finds it" };
        var defects = new DefectOptions();
        var command = new CliCommand("serve", "Runs the reference provider until Ctrl-C.")
        {
            Notes =
            [
                "It rings nobody and keeps nothing. It expects the key in THYMIA_APIKEY, or else a demo key that it "
                    + "shows.",
            ],
            Examples =
            [
                ($"{Name} --port 8080", "A provider that honours the contract"),
                ($"{Name} --defect id-not-uuid", "One that does not"),
            ],
        };
        command.Add(port);
        defects.AddTo(command);
        command.Add(list);
        var settings = new SettingOptions(command);
        command.SetAction(
            async (parsed, cancellation) =>
                parsed.GetValue(list)
                    ? ShowDefects(terminal.Screen())
                    : await ServeAsync(
                        terminal,
                        defects.Read(parsed) with
                        {
                            Port = parsed.GetValue(port),
                            ApiKey = settings.Read(parsed, terminal).ApiKey ?? ProviderOptions.DemoApiKey,
                            TimeProvider = terminal.Time,
                        },
                        cancellation
                    )
        );
        return command;
    }

    private static async Task<int> ServeAsync(
        Terminal terminal,
        ProviderOptions options,
        CancellationToken cancellation
    )
    {
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
