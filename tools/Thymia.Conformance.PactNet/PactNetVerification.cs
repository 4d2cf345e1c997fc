using PactNet;
using PactNet.Exceptions;
using PactNet.Verifier;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.PactNet;

/// <summary>
/// Holds a provider to pacts by means of PactNet's verifier, in this process; it writes to the console.
/// </summary>
public static class PactNetVerification
{
    /// <summary>
    /// The files that did not pass: PactNet says neither which interactions failed nor whether there were answers.
    /// </summary>
    /// <exception cref="UnusableInputException">A file is no pact, or PactNet would report its use.</exception>
    public static IReadOnlyList<string> Failed(VerifyRequest request)
    {
        Telemetry.DemandOff();
        return [.. PactFiles.Find(request.Files).Where(p => !Passes(request, p)).Select(p => p.File)];
    }

    private static CredentialForm FormOf(VerifyRequest request) =>
        request.Operations.SelectMany(o => o.Credentials).FirstOrDefault(c => c.Header == request.KeyHeader)?.Form
        ?? CredentialForm.Raw;

    private static bool Passes(VerifyRequest request, PactSummary pact)
    {
        using var verifier = new global::PactNet.Verifier.PactVerifier(
            pact.Provider,
            new PactVerifierConfig { LogLevel = PactLogLevel.None, Outputters = [] }
        );
        var source = verifier
            .WithHttpEndpoint(request.BaseUrl)
            .WithFileSource(new FileInfo(pact.File))
            .WithRequestTimeout(request.TimeOut);
        if (request.ProviderStatesUrl is { } states)
        {
            source = source.WithProviderStateUrl(states);
        }

        if (request.ApiKey is { } key && pact.Key == PactKey.Sent)
        {
            source = source.WithCustomHeader(request.KeyHeader, FormOf(request).Write(key));
        }

        try
        {
            source.Verify();
            return true;
        }
        catch (PactVerificationFailedException)
        {
            return false;
        }
    }
}
