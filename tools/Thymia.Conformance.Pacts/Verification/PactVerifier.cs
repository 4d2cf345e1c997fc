using System.Text.Json;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Holds a provider to pacts by means of Pact's own verifier, in a process of its own.</summary>
public static class PactVerifier
{
    // The sender says when time is up; the core must still be there to be answered.
    private const long CorePatienceMilliseconds = 3_600_000;

    /// <summary>Sends every request of every pact and compares the answers.</summary>
    /// <exception cref="UnusableInputException">
    /// A file is missing or no pact or empty, the base URL is none, Pact's core is missing, or its process failed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The process has then been ended.</exception>
    public static async Task<VerifyResult> VerifyAsync(VerifyRequest request, CancellationToken cancellation)
    {
        var keys = new KeyRule(request);
        var gate = new SendingGate(request.Sending());
        var requests = new PactRequests(request.Operations);
        using var split = new SplitPacts(
            Read(request),
            i => ReasonToSkip(i) ?? NotTried(gate.ReasonToWithhold(requests.Of(i))),
            keys.Sends
        );
        DemandFewCalls(request, split.Tried);
        await using var relay = await VerifierRelay.StartAsync(request, split.Tried, cancellation);
        IReadOnlyList<VerifiedPact> verified =
            split.Tried.Count == 0
                ? []
                : await VerifierProcess.RunAsync(Order(request, split.Tried, relay), cancellation);
        var pending = request.PendingFiles.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var interactions = split
            .Tried.Select((planned, i) => Result(request, planned, verified, relay.FailureOf(i)))
            .Concat(split.Skipped);
        return new VerifyResult(
            [.. interactions.Select(i => i with { Pending = i.Pending || pending.Contains(i.File) })],
            PactLibrary.VersionNote(verified.Select(v => v.CoreVersion).FirstOrDefault())
        )
        {
            StatesNotSetUp = request.ProviderStatesUrl is not null
                ? []
                : [.. split.Tried.SelectMany(p => PactJson.States(p.Json)).Distinct(StringComparer.Ordinal)],
        };
    }

    private static VerifiedInteraction Result(
        VerifyRequest request,
        PlannedInteraction planned,
        IReadOnlyList<VerifiedPact> verified,
        string? failure
    )
    {
        var answer = verified.FirstOrDefault(v => v.File == planned.File)
            ?? throw VerifierProcess.Failed("Pact's verifier said nothing about a pact", planned.Content.File);
        return VerifierJson.Read(answer, planned, failure, request.Secrets);
    }

    private static string? ReasonToSkip(JsonElement interaction) =>
        PactJson.MessageType(interaction) is { } type
            ? $"not HTTP but a message ({type}), so it is not verified"
            : null;

    private static string? NotTried(string? reason) => reason is null ? null : $"not tried: {reason}";

    // Before anything is sent: a verification in part would leave a verdict in part.
    private static void DemandFewCalls(VerifyRequest request, IReadOnlyList<PlannedInteraction> tried)
    {
        var creating = tried.Count(p => p.MayCreate);
        var limit = request.Sending().CallLimit;
        if (creating > limit)
        {
            throw new UnusableInputException(
                "too-many-calls",
                $"{creating} of the interactions create something, and no more than {limit} may be created",
                "--max-accepted-calls",
                $"give {creating} to have them all sent"
            );
        }
    }

    private static List<PactContent> Read(VerifyRequest request)
    {
        if (!request.BaseUrl.IsAbsoluteUri || request.BaseUrl.Scheme is not ("http" or "https"))
        {
            throw new UnusableInputException(
                "base-url-not-http",
                "the provider's address is no http or https URL",
                "--base-url",
                "write it like http://localhost:8080"
            );
        }

        if (request.Files.Count == 0)
        {
            throw new UnusableInputException(
                "no-pacts",
                "there is no pact to verify",
                "--pacts",
                "record one first, or name the folder they are in"
            );
        }

        var contents = request
            .Files.Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .Select(PactContent.Read)
            .ToList();
        var empty = contents.Find(c => c.Interactions.Count == 0);
        return empty is null
            ? contents
            : throw new UnusableInputException(
                "pact-empty",
                "the pact has no interactions",
                empty.File,
                "record it again, or leave it out"
            );
    }

    private static VerifyOrder Order(
        VerifyRequest request,
        IReadOnlyList<PlannedInteraction> planned,
        VerifierRelay relay
    ) =>
        new()
        {
            Host = VerifierRelay.Host,
            Port = relay.Port,
            StateTeardown = request.StateTeardown,
            TimeOutMilliseconds = CorePatienceMilliseconds,
            Pacts =
            [
                .. planned.Select(
                    (p, i) => new OrderedPact(p.File, p.Content.Provider, relay.PrefixOf(i), relay.StatesUrlOf(i))
                ),
            ],
        };
}
