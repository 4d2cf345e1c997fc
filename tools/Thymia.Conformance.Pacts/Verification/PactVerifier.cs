using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Holds a provider to pacts by means of Pact's own verifier, in a process of its own.</summary>
public static class PactVerifier
{
    /// <summary>Sends every request of every pact and compares the answers.</summary>
    /// <exception cref="UnusableInputException">
    /// A file is missing or no pact or empty, the base URL is none, Pact's core is missing, or its process failed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The process has then been ended.</exception>
    public static async Task<VerifyResult> VerifyAsync(VerifyRequest request, CancellationToken cancellation)
    {
        using var cut = new CutPacts(Read(request), request.SparesPhoneNumbers);
        IReadOnlyList<VerifiedPact> verified = cut.Tried.Count == 0
            ? []
            : await VerifierProcess.RunAsync(Order(request, cut.Tried), cancellation);
        var interactions = new List<VerifiedInteraction>();
        var pending = request.PendingFiles.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        foreach (var content in cut.Tried)
        {
            var answer = verified.FirstOrDefault(v => v.File == content.File)
                ?? throw VerifierProcess.Failed("Pact's verifier said nothing about a pact", cut.Origin(content));
            interactions.AddRange(
                VerifierJson.Read(answer, content with { File = cut.Origin(content) }, request.ApiKey));
        }

        return new VerifyResult(
            [.. interactions.Concat(cut.Skipped)
                .Select(i => i with { Pending = i.Pending || pending.Contains(i.File) })],
            PactLibrary.VersionNote(verified.Select(v => v.CoreVersion).FirstOrDefault()));
    }

    private static List<PactContent> Read(VerifyRequest request)
    {
        if (!request.BaseUrl.IsAbsoluteUri || request.BaseUrl.Scheme is not ("http" or "https"))
        {
            throw new UnusableInputException(
                "base-url-not-http", "the provider's address is no http or https URL", "--base-url",
                "write it like http://localhost:8080");
        }

        if (request.Files.Count == 0)
        {
            throw new UnusableInputException(
                "no-pacts", "there is no pact to verify", "--pacts",
                "record one first, or name the folder they are in");
        }

        var contents = request.Files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Select(PactContent.Read)
            .ToList();
        var empty = contents.Find(c => c.Interactions.Count == 0);
        return empty is null ? contents : throw new UnusableInputException(
            "pact-empty", "the pact has no interactions", empty.File, "record it again, or leave it out");
    }

    private static VerifyOrder Order(VerifyRequest request, IEnumerable<PactContent> contents) => new()
    {
        Scheme = request.BaseUrl.Scheme,
        Host = request.BaseUrl.Host,
        Port = (ushort)request.BaseUrl.Port,
        PathPrefix = request.BaseUrl.AbsolutePath,
        KeyHeader = request.KeyHeader,
        ApiKey = request.ApiKey,
        ProviderStatesUrl = request.ProviderStatesUrl?.AbsoluteUri,
        TimeOutMilliseconds = (long)request.TimeOut.TotalMilliseconds,
        Pacts = [.. contents.Select(c => new OrderedPact(c.File, c.Provider, c.Key == PactKey.Sent))],
    };
}
