using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// The command <c>verify</c> from its arguments to its exit code: pacts, provider, verifier, reports.
/// </summary>
internal sealed class VerifySession(Terminal terminal, VerifyArguments arguments)
{
    private readonly ConformanceOptions _options = arguments.Options;

    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        OutputFile.DemandFolder(_options.Out);
        VerificationFiles.Remove(_options.Out);
        if (arguments.Broker is not { } access)
        {
            var places = arguments.Places.Count > 0 ? arguments.Places : [Path.Combine(_options.Out, "pacts")];
            if (arguments.AllowsNoPacts && places.All(IsEmptyFolder))
            {
                return await NoPactsAsync($"there is no pact in {string.Join(" or ", places)}");
            }

            var pacts = PactFiles.Find(places);
            return Finish(Named(await VerifyAsync(pacts, [], cancellation), pacts.Select(p => (p.File, p.File))));
        }

        using var broker = new PactBroker(access);
        using var fetched = await broker.FetchAsync(arguments.Selection!, cancellation);
        if (fetched.All.Count == 0)
        {
            return await NoPactsAsync(
                $"the broker has no pact for {arguments.Selection!.Provider} to verify ({arguments.Selection.Words})"
            );
        }

        var verified = await VerifyAsync(
            [.. fetched.All.Select(p => p.Pact)],
            [.. fetched.All.Where(p => p.Pending).Select(p => p.Pact.File)],
            cancellation
        );
        var exit = Finish(Named(verified, fetched.All.Select(p => (p.Pact.File, p.Name))));
        if (arguments.PublishAs is { } version)
        {
            await PublishAsync(broker, fetched, verified, version, cancellation);
        }

        return exit;
    }

    private static bool IsEmptyFolder(string place) =>
        !File.Exists(place) && (!Directory.Exists(place) || !Directory.EnumerateFiles(place, "*.json").Any());

    // A branch or a provider mistyped must not be green.
    private async Task<int> NoPactsAsync(string sentence)
    {
        var shown = SafeText.Of(sentence);
        if (arguments.AllowsNoPacts)
        {
            await terminal.Out.WriteLineAsync($"Nothing to verify: {shown}.");
            return 0;
        }

        await terminal.Error.WriteLineAsync(
            $"error: {shown}; correct what chooses them, or allow for it with --allow-no-pacts."
        );
        return (int)VerifyOutcome.Unreachable;
    }

    private async Task<VerifyResult> VerifyAsync(
        IReadOnlyList<PactSummary> pacts,
        IReadOnlyList<string> pending,
        CancellationToken cancellation
    )
    {
        var plan = RunPlan.Read(_options, cancellation);
        await using var provider = await ProviderUnderTest.StartAsync(_options, plan, arguments.Embedded, cancellation);
        var url = provider.BaseUrl.ToString().TrimEnd('/');
        terminal.Field("Provider", url + (provider.IsEmbedded ? " (embedded reference provider)" : ""));
        terminal.Field(
            "Pacts",
            $"{Amounts.Of(pacts.Count, "file")}, "
                + $"{Amounts.Of(pacts.Sum(p => p.Interactions), "interaction")} of "
                + $"{string.Join(", ", pacts.Select(p => p.Consumer).Distinct())}"
        );
        await terminal.Out.WriteLineAsync();
        return await PactVerifier.VerifyAsync(
            new VerifyRequest
            {
                BaseUrl = provider.BaseUrl,
                Files = [.. pacts.Select(p => p.File)],
                PendingFiles = pending,
                ApiKey = plan.For(provider.BaseUrl, provider.ApiKey).Replay.ApiKey,
                KeyHeader = plan
                    .Operations.Select(o => o.Credential?.Header)
                    .OfType<string>()
                    .FirstOrDefault("x-api-key"),
                ProviderStatesUrl = arguments.ProviderStatesUrl
                    ?? (provider.IsEmbedded ? new Uri(provider.BaseUrl, ReferenceProvider.StatesPath) : null),
                StateTeardown = arguments.StateTeardown,
                Headers = arguments.Headers,
                Operations = plan.Operations,
                Library = plan.Library,
                Replay = plan.For(provider.BaseUrl, provider.ApiKey).Replay with { KeepsWhatIsThere = false },
                TimeOut = _options.Timeout,
                AllowPhoneNumbers = _options.AllowPhoneNumbers,
            },
            cancellation
        );
    }

    private int Finish(VerifyResult result)
    {
        VerificationScreen.Write(terminal, result);
        var files = VerificationFiles.Write(_options.Out, result, terminal.Time);
        foreach (var (label, file) in files)
        {
            terminal.Field(label, file);
        }

        if (result.Note is { } note)
        {
            terminal.Note(note);
        }

        return (int)result.Outcome;
    }

    // As the user named the files, or the broker its pacts; the verifier knows full paths alone.
    private static VerifyResult Named(VerifyResult result, IEnumerable<(string File, string Name)> names)
    {
        var byPath = names.ToDictionary(n => Path.GetFullPath(n.File), n => n.Name, StringComparer.Ordinal);
        return result with { Interactions = [.. result.Interactions.Select(i => i with { File = byPath[i.File] })] };
    }

    private async Task PublishAsync(
        PactBroker broker,
        BrokerPacts pacts,
        VerifyResult result,
        ProviderVersion version,
        CancellationToken cancellation
    )
    {
        foreach (var pact in pacts.All)
        {
            var own = result.Interactions.Where(i => i.File == Path.GetFullPath(pact.Pact.File)).ToList();
            var published = await broker.PublishResultAsync(pact, own, version, cancellation);
            terminal.Field(
                "Broker",
                published
                    ? $"{pact.Name}: {(own.TrueForAll(i => i.Passed) ? "success" : "failure")} published for version "
                        + $"{version.Number}"
                    : $"{pact.Name}: nothing published, since not every interaction was tried and answered"
            );
        }
    }
}
