using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Stubbing;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Serves a recorded contract to a consumer's tests.</summary>
internal static class StubCommand
{
    private const string Name = $"{ToolName.Name} stub";

    public static Command Create(Terminal terminal)
    {
        var places = PactPlaces.Option("Pact files or folders to answer from [default: results/pacts]");
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = "Port; 0 takes a free one [default: 8081]",
            DefaultValueFactory = _ => 8081,
        };
        var command = new CliCommand("stub", "Answers as pacts say, for a consumer's tests, until Ctrl-C.")
        {
            Notes =
            [
                "It is Pact's own stub server. A request that no interaction fits gets 404, and its path is shown "
                    + "here. Any key will do. The server listens on every interface of this machine.",
            ],
            Examples = [($"{Name} --pacts pacts --port 8081", "The recorded contract")],
        };
        command.Add(places);
        command.Add(port);
        command.SetAction(
            (parsed, cancellation) =>
                StubAsync(
                    terminal,
                    PactPlaces.Of(parsed, places, Path.Combine("results", "pacts")),
                    parsed.GetValue(port),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> StubAsync(
        Terminal terminal,
        IReadOnlyList<string> places,
        int port,
        CancellationToken cancellation
    )
    {
        if (port is < 0 or > 65535)
        {
            throw new UnusableInputException(
                "port-not-allowed",
                $"'{port}' is not allowed",
                "--port",
                "give a whole number from 0 to 65535"
            );
        }

        var pacts = PactFiles.Find(places);
        await using var stub = await PactStub.StartAsync(
            pacts,
            port,
            path => terminal.Out.WriteLine($"404 {SafeText.Of(path)}: no interaction fits this request"),
            cancellation
        );
        await terminal.Out.WriteLineAsync(
            $"Listening on {stub.BaseUrl.ToString().TrimEnd('/')} "
                + $"({Amounts.Of(pacts.Sum(p => p.Interactions), "interaction")}); Ctrl-C ends it."
        );
        var stopped = Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, terminal.Time, cancellation);
        return await Task.WhenAny(stopped, stub.Ended) == stopped
            ? 0
            : throw new UnusableInputException(
                "stub-ended",
                "Pact's stub server ended by itself",
                "pact stub",
                "start it again"
            );
    }
}
