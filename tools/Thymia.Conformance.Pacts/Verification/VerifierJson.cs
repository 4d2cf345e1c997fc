using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Reads what Pact's verifier says of one interaction.</summary>
internal static class VerifierJson
{
    /// <param name="failure">Why the provider gave no answer, as the relay saw it; null where it gave one.</param>
    /// <param name="secrets">Never shown, wherever the verifier quotes them.</param>
    public static VerifiedInteraction Read(
        VerifiedPact verified,
        PlannedInteraction planned,
        string? failure,
        IEnumerable<string> secrets
    )
    {
        using var document = JsonDocument.Parse(verified.Json ?? "{}");
        var root = document.RootElement;
        var blank = Blank(planned.Content, planned.Json);
        if (failure is not null)
        {
            return blank with { Error = Hidden(failure, secrets) };
        }

        if (PactJson.Items(root, "interactionResults") is [var result, ..])
        {
            return Read(result, blank, secrets);
        }

        // A verifier that skips what it should have verified passes; so what it does not mention has not passed.
        if (verified.ExitCode == 0)
        {
            return blank with { Error = "Pact's verifier did not try it" };
        }

        var problem = PactJson
            .Items(root, "errors")
            .Select(e => PactJson.Text(PactJson.Member(e, "mismatch"), "message"))
            .FirstOrDefault();
        throw new UnusableInputException(
            "pact-not-usable",
            Hidden(problem ?? "Pact's verifier refused the pact", secrets),
            planned.Content.File,
            "record it again"
        );
    }

    private static VerifiedInteraction Read(JsonElement result, VerifiedInteraction blank, IEnumerable<string> secrets)
    {
        var mismatch = PactJson.Member(result, "mismatch");
        var mismatches = PactJson
            .Items(mismatch, "mismatches")
            .Select(m => new Mismatch(
                Place(m),
                Hidden(PactJson.Text(m, "mismatch") ?? "another answer than agreed", secrets)
            ))
            .ToList();
        var failed = PactJson.Text(result, "result") is not "OK";
        return blank with
        {
            Pending = PactJson.Member(result, "pending")?.ValueKind == JsonValueKind.True,
            Mismatches = mismatches,
            Error =
                failed && mismatches.Count == 0
                    ? Hidden(PactJson.Text(mismatch, "message") ?? "no answer to compare", secrets)
                    : null,
        };
    }

    /// <summary>An interaction that nothing is known of yet.</summary>
    public static VerifiedInteraction Blank(PactContent content, JsonElement interaction) =>
        new()
        {
            File = content.File,
            Consumer = content.Consumer,
            Provider = content.Provider,
            Key = PactJson.Text(interaction, "key"),
            Description = PactJson.Text(interaction, "description") ?? "",
            Pending = PactJson.Member(interaction, "pending")?.ValueKind == JsonValueKind.True,
            Remarks = [.. InteractionRemarks.Of(interaction)],
        };

    private static string Place(JsonElement mismatch) =>
        PactJson.Text(mismatch, "type") switch
        {
            "StatusMismatch" => "answer status",
            "HeaderMismatch" => $"answer header {PactJson.Text(mismatch, "key")}",
            "BodyMismatch" => $"answer body at {PactJson.Text(mismatch, "path")}",
            _ => "answer body",
        };

    private static string Hidden(string text, IEnumerable<string> secrets) =>
        SecretText.Masked(text, [.. secrets.SelectMany(s => Secrets.OfKey(s, "***"))]);
}
