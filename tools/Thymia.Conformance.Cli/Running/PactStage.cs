using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Running;

/// <summary>
/// Records what a run saw as a Pact. A provider on this machine is then held to it by Pact's own verifier; another is
/// not, since that would place every accepted call a second time.
/// </summary>
internal sealed class PactStage(RunPlan plan, ConformanceOptions options) : IRunListener
{
    private const string Folder = "pacts";

    // Where cases were left out, by a limit or for safety, what was seen would replace the contract.
    private const string PartFolder = "pacts-of-a-part";

    private readonly PactRecorder _recorder = new(plan.Library, plan.Example);
    private int _skipped;

    // What the run has created counts against the limit of its confirmation, too.
    private int _created;

    public void OnEvent(RunEvent happened)
    {
        _recorder.OnEvent(happened);
        _created = (happened as RunEvent.RunFinished)?.Created ?? _created;
        if (happened is RunEvent.CaseJudged { Verdict: Verdict.Skipped })
        {
            Interlocked.Increment(ref _skipped);
        }
    }

    /// <exception cref="UnusableInputException">Pact's core is missing, or the folder cannot be written.</exception>
    public async Task<PactOutcome> FinishAsync(ProviderUnderTest provider, CancellationToken cancellation)
    {
        var names = PactNames.For(options, plan.Description);
        var isPart =
            _skipped > 0
            && (
                options.MaxAcceptedCalls is not null || options.MaxDuration is not null || !provider.BaseUrl.IsLoopback
            );
        var folder = isPart ? PartFolder : Folder;
        _recorder.IsPart = isPart;
        var files = await _recorder.WriteAsync(Path.Combine(options.Out, folder), names, cancellation);
        if (files.Count == 0)
        {
            return new PactOutcome([], 0);
        }

        var stays = !provider.IsEmbedded && plan.For(provider.BaseUrl, provider.ApiKey).CreatesThings;
        var verified =
            provider.IsThere && provider.BaseUrl.IsLoopback && !isPart && !stays
                ? await VerifyAsync(files, provider, cancellation)
                : null;
        var note = verified switch
        {
            null when isPart => "of a part of the run, since cases were left out; never published",
            null when stays => "not verified, since what that creates would stay at the provider",
            null => "not verified, since the provider is not on this machine",
            { Outcome: VerifyOutcome.Passed } => "verified by Pact",
            _ => "not confirmed by Pact's verifier",
        };
        return new PactOutcome(
            [
                .. files.Select(f =>
                    ("Pact", $"{Shown(folder, f.File)} ({Amounts.Of(f.Interactions, "interaction")}, {note})")
                ),
            ],
            (int)(verified?.Outcome ?? VerifyOutcome.Passed)
        )
        {
            Problems =
            [
                .. (verified?.Interactions ?? [])
                    .Where(i => !i.Passed && i.Skipped is null)
                    .Select(i => SafeText.Of(i.Sentence)),
            ],
        };
    }

    private Task<VerifyResult> VerifyAsync(
        IReadOnlyList<PactFile> files,
        ProviderUnderTest provider,
        CancellationToken cancellation
    ) =>
        PactVerifier.VerifyAsync(
            new VerifyRequest
            {
                BaseUrl = provider.BaseUrl,
                Files = [.. files.Select(f => f.File)],
                ApiKey = plan.For(provider.BaseUrl, provider.ApiKey).Replay.ApiKey,
                KeyHeader = plan
                    .Operations.Select(o => o.Credential?.Header)
                    .OfType<string>()
                    .FirstOrDefault("x-api-key"),
                ProviderStatesUrl = provider.IsEmbedded
                    ? new Uri(provider.BaseUrl, ReferenceProvider.StatesPath)
                    : null,
                Operations = plan.Operations,
                Library = plan.Library,
                Replay = plan.For(provider.BaseUrl, provider.ApiKey).Replay with
                {
                    KeepsWhatIsThere = false,
                    CreatedBefore = _created,
                },
                TimeOut = options.Timeout,
            },
            cancellation
        );

    // As the user named the folder, not as the file system does.
    private string Shown(string folder, string file) => Path.Combine(options.Out, folder, Path.GetFileName(file));
}
