using Thymia.Conformance.Cli;
using Thymia.Conformance.Cli.Terminals;

using var interruption = new Interruption(Console.Error.WriteLine);
return await new Application(Terminal.OfProcess()).RunAsync(args, interruption.Token);
