using System.Runtime.InteropServices;
using System.Text.Json;
using Thymia.Conformance.Pacts.Native;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// The child process: reads an order from standard input, has Pact's core verify, and writes a marked line for each
/// pact. The core writes to the same output; the mark tells our lines from its.
/// </summary>
internal static class VerifierProgram
{
    public const string Mark = "thymia-verified-pact ";

    public static int Main()
    {
        using var input = Console.OpenStandardInput();
        if (JsonSerializer.Deserialize<VerifyOrder>(input) is not { } order)
        {
            return 2;
        }

        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var pact in order.Pacts)
        {
            var verified = Verify(order, pact);
            output.Write($"\n{Mark}{JsonSerializer.Serialize(verified)}\n");
            output.Flush();
        }

        return 0;
    }

    private static VerifiedPact Verify(VerifyOrder order, OrderedPact pact)
    {
        var verifier = VerifierCore.New(
            "thymia-conformance",
            typeof(VerifierProgram).Assembly.GetName().Version?.ToString(3) ?? "0"
        );
        try
        {
            VerifierCore.SetProvider(verifier, pact.Provider, "http", order.Host, order.Port, pact.PathPrefix);
            _ = VerifierCore.SetOptions(verifier, 0, new CULong((nuint)order.TimeOutMilliseconds));
            _ = VerifierCore.SetColoured(verifier, 0);
            _ = VerifierCore.SetNoPactsIsError(verifier, 1);
            _ = VerifierCore.SetFollowRedirects(verifier, 0);
            if (pact.StatesUrl is { } states)
            {
                VerifierCore.SetProviderState(verifier, states, order.StateTeardown ? (byte)1 : (byte)0, body: 1);
            }

            VerifierCore.AddFile(verifier, pact.File);
            var exitCode = VerifierCore.Execute(verifier);
            return new VerifiedPact(pact.File, exitCode, VerifierCore.Json(verifier), PactCore.Version());
        }
        finally
        {
            VerifierCore.Shutdown(verifier);
        }
    }
}
