using System.CommandLine;
using Thymia.Conformance.Cli.Documents;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Drift;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Says what changed between two contracts, and whom it breaks.</summary>
internal static class ContractDiffCommand
{
    private const string Name = $"{ToolName.Name} contract-diff";

    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string?>("OLD")
        {
            Description = "Earlier OpenAPI document; with --live the contract that comes with the suite will do",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var @new = new Argument<string?>("NEW")
        {
            Description = "Later OpenAPI document; none with --live",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var live = new Option<bool>("--live")
        {
            Description = "Compare with what the provider serves at /openapi.json; no key is sent",
        };
        var format = new DocumentFormat();
        var command = new CliCommand("contract-diff", "Says what changed in a contract, and whom it breaks.")
        {
            Notes =
            [
                "Consumers break where a request is allowed less or an answer may hold more; providers break where a "
                    + "request is allowed more or an answer must hold more.",
                "Exit codes: 0 nobody breaks, 1 somebody does, 2 unusable input.",
            ],
            Examples =
            [
                ($"{Name} old.yaml new.yaml", "Two documents"),
                ($"{Name} --live --base-url https://staging.example.com", "The contract, and what staging says it is"),
            ],
        };
        command.Add(old);
        command.Add(@new);
        command.Add(live);
        var settings = new SettingOptions(command, SettingCatalogue.BaseUrl, SettingCatalogue.Timeout)
        {
            Sends = false,
        };
        format.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var drift = new ContractDrift(
                    Read(parsed.GetValue(old), parsed.GetValue(live)),
                    parsed.GetValue(live)
                        ? await LiveAsync(parsed.GetValue(@new), settings.Read(parsed, terminal), cancellation)
                        : Read(Demand(parsed.GetValue(@new), "NEW"))
                );
                await format.WriteAsync(
                    parsed,
                    terminal,
                    to => DriftScreen.Write(to.Screen(), drift),
                    () => DriftJson.Of(drift),
                    () => HtmlPage.OfAsync(drift)
                );
                return drift.ExitCode;
            }
        );
        return command;
    }

    private static ApiDescription Read(string? file, bool live) =>
        Read(file ?? (live ? DescriptionReader.ShippedContract : Demand(file, "OLD")));

    // There is no --description here, which the reader would advise.
    private static ApiDescription Read(string file) =>
        File.Exists(file)
            ? DescriptionReader.Read(file)
            : throw new UnusableInputException(
                "description-not-found",
                "there is no such file",
                file,
                "name an OpenAPI document in YAML or JSON"
            );

    private static async Task<ApiDescription> LiveAsync(
        string? file,
        ConformanceOptions options,
        CancellationToken cancellation
    ) =>
        file is not null
            ? throw new UnusableInputException(
                "live-and-file",
                "with --live there is no NEW",
                Name,
                "leave one of them out"
            )
            : await LiveDescription.ReadAsync(
                options.BaseUrl
                    ?? throw new UnusableInputException(
                        "base-url-missing",
                        "--live needs a provider",
                        SettingCatalogue.BaseUrl.Key,
                        "name it with --base-url"
                    ),
                options.Timeout,
                cancellation
            );

    private static string Demand(string? file, string argument) =>
        file
        ?? throw new UnusableInputException(
            "command-line-not-understood",
            $"the argument {argument} is missing",
            Name,
            $"see {Name} --help"
        );
}
