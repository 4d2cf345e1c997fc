using System.CommandLine;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// The options that say where a broker is and how one gets in. Secrets come from variables that an option may name,
/// never from an option itself: other users of a machine can read those.
/// </summary>
internal sealed class BrokerOptions
{
    private const string UrlVariable = "PACT_BROKER_BASE_URL";
    private const string TokenVariable = "PACT_BROKER_TOKEN";
    private const string UserVariable = "PACT_BROKER_USERNAME";
    private const string PasswordVariable = "PACT_BROKER_PASSWORD";

    private readonly Option<string?> _url = new("--broker-url")
    {
        HelpName = "URL",
        Description = $"The Pact Broker [default: the variable {UrlVariable}]",
    };

    private readonly Option<string?> _token = new("--token-env")
    {
        HelpName = "NAME",
        Description = $"Variable that holds the broker's token [default: {TokenVariable}]",
    };

    private readonly Option<string?> _user = new("--username")
    {
        HelpName = "NAME",
        Description = $"User of the broker, instead of a token [default: the variable {UserVariable}]",
    };

    private readonly Option<string?> _password = new("--password-env")
    {
        HelpName = "NAME",
        Description = $"Variable that holds the user's password [default: {PasswordVariable}]",
    };

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_token);
        command.Add(_user);
        command.Add(_password);
    }

    /// <summary>True where the command line itself names a broker.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_url) is not null;

    /// <exception cref="UnusableInputException">No broker is named, or its URL or a variable is of no use.</exception>
    public BrokerAccess Read(ParseResult parsed, Terminal terminal, ConformanceOptions options)
    {
        var variables = terminal.Environment;
        var text = parsed.GetValue(_url)
            ?? Filled(variables.GetValueOrDefault(UrlVariable))
            ?? throw new UnusableInputException(
                "broker-missing",
                "no broker is named",
                "--broker-url",
                $"give its URL, or set {UrlVariable}"
            );
        var user = parsed.GetValue(_user) ?? Filled(variables.GetValueOrDefault(UserVariable));
        var token =
            user is not null && parsed.GetValue(_token) is null && parsed.GetValue(_user) is not null
                ? null
                : Secret(parsed.GetValue(_token), TokenVariable, "--token-env", variables);
        return new BrokerAccess
        {
            Url = Url(text, options.AllowHttp, token is not null || user is not null),
            Token = token,
            UserName = token is null ? user : null,
            Password =
                token is null && user is not null
                    ? Secret(parsed.GetValue(_password), PasswordVariable, "--password-env", variables)
                    : null,
            TimeOut = options.Timeout,
        };
    }

    private static Uri Url(string text, bool allowHttp, bool hasLogin)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0
            || url.Query.Length > 0
            || url.Fragment.Length > 0
        )
        {
            // A URL with an at sign may hold a password before it.
            throw new UnusableInputException(
                "broker-url-not-allowed",
                $"'{SafeText.Of(text.LastIndexOf('@') is >= 0 and var at ? "[hidden]" + text[at..] : text)}' is not "
                    + "allowed",
                "--broker-url",
                "give an absolute http or https URL without user name, query or fragment"
            );
        }

        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || allowHttp || !hasLogin
            ? url
            : throw new UnusableInputException(
                "https-demanded",
                $"the login would travel unencrypted to {url.Host}",
                "--broker-url",
                "use https, or --allow-http where the network is trusted"
            );
    }

    // A variable that is named must be there; one that nobody named may be missing.
    private static string? Secret(
        string? named,
        string usual,
        string option,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var value = Filled(variables.GetValueOrDefault(named ?? usual)?.Trim());
        if (value is null && named is not null)
        {
            throw new UnusableInputException(
                "variable-empty",
                $"the variable {SafeText.Of(named)} is not set",
                option,
                "set it, or name another"
            );
        }

        var isFit = value is null || usual == PasswordVariable || value.All(c => c is > ' ' and <= '~');
        return isFit
            ? value
            : throw new UnusableInputException(
                "secret-not-allowed",
                "the value of the variable is not allowed",
                named ?? usual,
                "set it to the secret alone, in printable ASCII without blanks"
            );
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
