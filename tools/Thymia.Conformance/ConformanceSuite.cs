using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Text;

namespace Thymia.Conformance;

/// <summary>
/// The tests of one provider against its OpenAPI description: what to begin with. Immutable; <see cref="With"/> gives
/// another one. It sends through the same gate, within the same budget and with the same care for secrets as the
/// command line, whose settings it has under the same names.
/// </summary>
/// <example>
/// <code>
/// var result = await ConformanceSuite.For("openapi.yaml", new Uri("http://localhost:5000")).RunAsync();
/// Console.WriteLine(result.Summary);
/// </code>
/// </example>
public sealed class ConformanceSuite
{
    // What a provider within the process is called; no connection leads there.
    private static readonly Uri InProcess = new("http://localhost/");

    private readonly IReadOnlyDictionary<Setting, string> _settings;
    private readonly Func<HttpMessageHandler>? _handler;

    private ConformanceSuite(IReadOnlyDictionary<Setting, string> settings, Func<HttpMessageHandler>? handler) =>
        (_settings, _handler) = (settings, handler);

    /// <summary>The tests of a provider that listens at an address.</summary>
    /// <param name="description">The OpenAPI 3 document: the path of a file, or an https address.</param>
    /// <param name="baseUrl">Where the API is, with a path where it lives below one.</param>
    public static ConformanceSuite For(string description, Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        return new(Begin(description, baseUrl), null);
    }

    /// <summary>
    /// The tests of a provider within this process, which needs no port: each request goes to what
    /// <paramref name="handler"/> makes, such as <c>factory.Server.CreateHandler</c> of a
    /// <c>WebApplicationFactory</c>.
    /// </summary>
    /// <param name="description">The OpenAPI 3 document: the path of a file, or an https address.</param>
    /// <param name="handler">Called once at least; each handler is disposed of.</param>
    public static ConformanceSuite For(string description, Func<HttpMessageHandler> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new(Begin(description, InProcess), handler);
    }

    /// <summary>The same tests with one thing set otherwise.</summary>
    /// <param name="setting">
    /// A setting of the command line: its option, such as <c>--max-accepted-calls</c>, or its name in a file of
    /// settings, such as <c>MaxAcceptedCalls</c> or <c>ApiKey</c>.
    /// </param>
    /// <param name="value">As on the command line; a switch is <c>true</c> or <c>false</c>.</param>
    /// <exception cref="UnusableInputException">There is no such setting.</exception>
    public ConformanceSuite With(string setting, string value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(value);
        var known = SettingCatalogue.All.FirstOrDefault(s =>
            s.Option == setting || string.Equals(s.Key, setting, StringComparison.OrdinalIgnoreCase)
        )
            ?? throw new UnusableInputException(
                "setting-unknown",
                "there is no setting of that name",
                SafeText.Of(setting),
                "thymia-conformance run --help lists them"
            );
        return new(new Dictionary<Setting, string>(_settings) { [known] = value }, _handler);
    }

    /// <summary>Sends the cases and judges the answers.</summary>
    /// <exception cref="UnusableInputException">The description or a setting cannot be used.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<ConformanceResult> RunAsync(CancellationToken cancellation = default)
    {
        var options = Options();
        var plan = RunPlan.Read(options, cancellation);
        var run = new ConformanceRun(plan.For(options.BaseUrl!, options.ApiKey), TimeProvider.System);
        var result = new ResultOfRun(plan);
        await run.ExecuteAsync(result, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return result.Finish();
    }

    /// <summary>
    /// What is set here, over variables that start with <c>THYMIA_</c>; files and the user's secrets do not count.
    /// </summary>
    /// <exception cref="UnusableInputException">A setting cannot be used.</exception>
    internal ConformanceOptions Options() =>
        OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = "",
                Files = false,
                UserSecrets = false,
                Environment = ConfigurationInput.ProcessEnvironment(),
                CommandLine = _settings,
            }
        ) with
        {
            Handler = _handler,
        };

    // What is known to deviate, wherever files of it lie, is so of another API.
    private static Dictionary<Setting, string> Begin(string description, Uri baseUrl)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return new()
        {
            [SettingCatalogue.Description] = description,
            [SettingCatalogue.BaseUrl] = baseUrl.OriginalString,
            [JudgingSettings.Deviations] = "none",
        };
    }
}
