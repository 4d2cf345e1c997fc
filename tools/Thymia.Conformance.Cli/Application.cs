using System.CommandLine;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Cli;

/// <summary>
/// The command line as a whole: reads it, does it, and turns every error into a sentence and an exit code.
/// </summary>
internal sealed class Application(Terminal terminal)
{
    // Nothing is known to be wrong, and nothing to be right.
    private const int Stopped = 3;

    private readonly Command _root = CommandTree.Create(terminal);

    /// <summary>0 passed, 1 contract broken, 2 unusable input, 3 inconclusive.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        try
        {
            var parsed = _root.Parse(args);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpScreen)
            {
                throw ParseProblem.Of(parsed);
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation
            );
        }
        catch (Exception e)
        {
            return Report(e);
        }
    }

    // The one place where an exception meets a person.
    private int Report(Exception error)
    {
        terminal.Error.WriteLine(
            "error: "
                + SafeText.Of(
                    error switch
                    {
                        UnusableInputException unusable => unusable.Message,
                        BrokerException broker => broker.Message,
                        ProviderStartException start => $"{start.Message} {start.Hint}",
                        OperationCanceledException => "stopped before its end.",
                        _ => $"unexpected {error.GetType().Name}; set THYMIA_DEBUG=1 and run again to see where.",
                    }
                )
        );
        foreach (var line in error is BrokerException { Details: var details } ? details : [])
        {
            terminal.Error.WriteLine($"  {line}");
        }

        if (terminal.Debug)
        {
            terminal.Error.WriteLine(error);
        }

        return error switch
        {
            BrokerException { ExitCode: var code } => code,
            OperationCanceledException => Stopped,
            _ => 2,
        };
    }
}
