using System.CommandLine;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>The option <c>--pacts</c>, the same wherever pacts are read.</summary>
internal static class PactPlaces
{
    public static Option<string[]> Option(string description) =>
        new("--pacts")
        {
            HelpName = "PLACE",
            Description = description,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };

    public static IReadOnlyList<string> Of(ParseResult parsed, Option<string[]> option, string fallback) =>
        parsed.GetValue(option) is { Length: > 0 } places ? places : [fallback];
}
