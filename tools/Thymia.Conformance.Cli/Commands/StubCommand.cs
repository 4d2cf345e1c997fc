using System.CommandLine;
using System.Net;
using Thymia.Conformance.Cli.Pacts;
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
    private const string LocalHost = "localhost";

    public static Command Create(Terminal terminal)
    {
        var places = PactPlaces.Option("Pact files or folders to answer from [default: results/pacts]");
        var host = new Option<string>("--host")
        {
            HelpName = "ADDRESS",
            Description = "Address to listen on; 0.0.0.0 is every one of this machine [default: 127.0.0.1]",
            DefaultValueFactory = _ => $"{IPAddress.Loopback}",
        };
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
                "A request that no interaction fits gets 404 with the nearest interaction and each difference in the "
                    + "body, "
                    + "and a line here. Any key will do. Ids and times are fresh in each answer where the pact has "
                    + "generators.",
                "Nobody but this machine can reach it unless --host says otherwise.",
            ],
            Examples =
            [
                ($"{Name} --pacts pacts --port 8081", "The recorded contract"),
                ($"{Name} --pacts pacts --host 0.0.0.0", "For containers and other machines"),
            ],
        };
        command.Add(places);
        command.Add(host);
        command.Add(port);
        command.SetAction(
            (parsed, cancellation) =>
                StubAsync(
                    terminal,
                    new StubOptions
                    {
                        Host = Address(parsed.GetValue(host)!),
                        Port = Demand(parsed.GetValue(port)),
                        Pacts = PactFiles.Find(PactPlaces.Of(parsed, places, Path.Combine("results", "pacts"))),
                        Unmatched = terminal.Out.WriteLine,
                        Time = terminal.Time,
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> StubAsync(Terminal terminal, StubOptions options, CancellationToken cancellation)
    {
        await using var stub = await PactStub.StartAsync(options, cancellation);
        foreach (var note in stub.Notes)
        {
            terminal.Note($"{note}.");
        }

        await terminal.Out.WriteLineAsync(
            $"Listening on {stub.BaseUrl.ToString().TrimEnd('/')} "
                + $"({Amounts.Of(options.Pacts.Sum(p => p.Interactions), "interaction")}); Ctrl-C ends it."
        );
        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, terminal.Time, cancellation)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static IPAddress Address(string host) =>
        host.Equals(LocalHost, StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : throw new UnusableInputException(
            "host-not-allowed",
            $"'{SafeText.Of(host)}' is no address",
            "--host",
            "give one of this machine, such as 127.0.0.1, or 0.0.0.0 for all"
        );

    private static int Demand(int port) =>
        port is >= 0 and <= 65535
            ? port
            : throw new UnusableInputException(
                "port-not-allowed",
                $"'{port}' is not allowed",
                "--port",
                "give a whole number from 0 to 65535"
            );
}
