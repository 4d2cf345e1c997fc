using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Running;
using Thymia.Conformance.Xunit.Session;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Suite.Session;

/// <summary>What the tests saw, as pacts: recorded while cases are judged, then held against the provider.</summary>
internal sealed class PactSession(SuitePlan plan) : ISessionPacts
{
    private readonly PactRecorder _recorder = new(plan.Run.Library, plan.Run.Example);

    /// <summary>What was written last; none before.</summary>
    public IReadOnlyList<PactFile> Files { get; private set; } = [];

    public void OnEvent(RunEvent happened) => _recorder.OnEvent(happened);

    /// <summary>
    /// Writes the pacts among the reports: the contract, or apart from it what a part of the cases showed.
    /// </summary>
    public async Task WriteAsync(bool isPart, CancellationToken cancellation)
    {
        _recorder.IsPart = isPart;
        Files = await _recorder.WriteAsync(
            Path.Combine(plan.Options.Out, isPart ? "pacts-of-a-part" : "pacts"),
            PactNames.For(plan.Options, plan.Run.Description),
            cancellation
        );
    }

    public static Task<VerifyResult> VerifyAsync(
        SuitePlan plan,
        IEnumerable<PactFile> files,
        RunOptions run,
        CancellationToken cancellation
    )
    {
        var request = new VerifyRequest
        {
            BaseUrl = run.Replay.BaseUrl,
            ApiKey = run.Replay.ApiKey,
            TimeOut = run.Replay.TimeOut,
            Files = [.. files.Select(f => f.File)],
            ProviderStatesUrl = plan.Options.BaseUrl is null
                ? new Uri(run.Replay.BaseUrl, ReferenceProvider.StatesPath)
                : null,
        };
        var header = plan.Run.Operations.Select(o => o.Credential?.Header).FirstOrDefault(h => h is not null);
        return PactVerifier.VerifyAsync(header is null ? request : request with { KeyHeader = header }, cancellation);
    }
}
