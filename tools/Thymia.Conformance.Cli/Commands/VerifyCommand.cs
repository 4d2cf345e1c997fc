using System.CommandLine;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Holds a provider to pacts.</summary>
internal static class VerifyCommand
{
    private const string Name = $"{ToolName.Name} verify";

    public static Command Create(Terminal terminal)
    {
        var places = PactPlaces.Option(
            "Pact files or folders, of any consumer [default: pacts/ in the folder of --out]"
        );
        var states = new Option<string?>("--provider-states-url")
        {
            HelpName = "URL",
            Description = "Asked by POST to bring about provider states [default: the embedded provider's, else none]",
        };
        var teardown = new Option<bool>("--state-teardown")
        {
            Description = "Ask for provider states once more after each interaction, to take them down",
        };
        var headers = new Option<string[]>("--header")
        {
            HelpName = "NAME=VARIABLE",
            Description = "Header to send with every request, and the variable that holds its value; may be repeated",
            DefaultValueFactory = _ => [],
        };
        var noPacts = new Option<bool>("--allow-no-pacts") { Description = "Exit with 0 where there is no pact" };
        var broker = new BrokerOptions();
        var selection = new SelectionOptions();
        var defects = new DefectOptions();
        var command = new CliCommand("verify", "Holds a provider to pacts, by means of Pact's own verifier.")
        {
            Notes =
            [
                "The key that is configured takes the place of the one in each request, except where 401 or 403 is "
                    + "expected or the interaction is about a missing key. Redirects are compared, never followed. "
                    + "Interactions with a phone number go to no other machine without --allow-phone-numbers.",
                "Exit codes: 0 as agreed, 1 not as agreed, 2 unusable input, 3 no pact, or no answer to compare.",
            ],
            Examples =
            [
                (Name, "The pacts of the last run, against a provider that starts by itself"),
                ($"THYMIA_APIKEY=… {Name} --base-url https://staging.example.com --pacts pacts", "A provider"),
                (
                    $"{Name} --broker-url https://broker.example.com --enable-pending --publish-results",
                    "What the broker wants verified"
                ),
            ],
        };
        var settings = new SettingOptions(
            command,
            SettingCatalogue.BaseUrl,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.Provider,
            SettingCatalogue.Out,
            SettingCatalogue.Timeout,
            SettingCatalogue.AllowHttp,
            SettingCatalogue.AllowPhoneNumbers,
            SettingCatalogue.AllowChanges,
            SettingCatalogue.MaxAcceptedCalls,
            SettingCatalogue.IgnoreKeyword
        );
        command.Add(places);
        command.Add(states);
        command.Add(teardown);
        command.Add(headers);
        command.Add(noPacts);
        defects.AddTo(command);
        broker.AddTo(command);
        selection.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var options = settings.Read(parsed, terminal);
                var arguments = new VerifyArguments(
                    options,
                    defects.IsGiven(parsed) ? defects.Read(parsed) : null,
                    parsed.GetValue(places)!,
                    Url(parsed.GetValue(states))
                )
                {
                    StateTeardown = parsed.GetValue(teardown),
                    Headers = [.. parsed.GetValue(headers)!.Select(h => SecretHeader.Read(h, terminal.Environment))],
                    AllowsNoPacts = parsed.GetValue(noPacts),
                };
                var atBroker = broker.IsGiven(parsed) || selection.IsGiven(parsed);
                var whole = atBroker
                    ? WithBroker(parsed, terminal, arguments, broker, selection) with
                    {
                        PublishAs = await selection.PublicationAsync(parsed, terminal, options, cancellation),
                    }
                    : arguments;
                return await new VerifySession(terminal, whole).ExecuteAsync(cancellation);
            }
        );
        return command;
    }

    private static VerifyArguments WithBroker(
        ParseResult parsed,
        Terminal terminal,
        VerifyArguments arguments,
        BrokerOptions broker,
        SelectionOptions selection
    )
    {
        if (arguments.Places.Count > 0)
        {
            throw new UnusableInputException(
                "pacts-twice",
                "--pacts and --broker-url both say where the pacts are",
                "--pacts",
                "leave one of them out"
            );
        }

        var options = arguments.Options;
        var code = CodeVersion.Of(terminal);
        var provider = PactNames.For(options, DescriptionSource.Read(options)).Provider;
        return arguments with
        {
            Broker = broker.Read(parsed, terminal, options),
            Selection = selection.Read(parsed, provider, code),
        };
    }

    private static Uri? Url(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : throw new UnusableInputException(
            "url-not-allowed",
            $"'{SafeText.Of(text)}' is not allowed",
            "--provider-states-url",
            "give an absolute http or https URL"
        );
}
