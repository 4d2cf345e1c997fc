using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Reads what Pact's verifier says of one pact, and sees to it that nothing of the pact goes unmentioned.</summary>
internal static class VerifierJson
{
    /// <param name="secret">Never shown, wherever the verifier quotes it; null where there is none.</param>
    public static IReadOnlyList<VerifiedInteraction> Read(VerifiedPact verified, PactContent content, string? secret)
    {
        using var document = JsonDocument.Parse(verified.Json ?? "{}");
        var root = document.RootElement;
        var results = Items(root, "interactionResults").Select(r => Read(r, content, secret)).ToList();
        if (results.Count == 0 && verified.ExitCode != 0)
        {
            var problem = Items(root, "errors").Select(e => Text(Member(e, "mismatch"), "message")).FirstOrDefault();
            throw new UnusableInputException(
                "pact-not-usable", Hidden(problem ?? "Pact's verifier refused the pact", secret), content.File, "record it again");
        }

        // A verifier that skips what it should have verified passes; so what it does not mention has not passed.
        var mentioned = results.CountBy(r => r.Description).ToDictionary();
        var silent = content.Interactions.GroupBy(i => Text(i, "description") ?? "")
            .SelectMany(g => g.Skip(mentioned.GetValueOrDefault(g.Key)).Select(i => Blank(content, Text(i, "key"), g.Key)));
        return [.. results, .. silent.Select(i => i with { Error = "Pact's verifier did not try it" })];
    }

    private static VerifiedInteraction Read(JsonElement result, PactContent content, string? secret)
    {
        var mismatch = Member(result, "mismatch");
        var mismatches = Items(mismatch, "mismatches")
            .Select(m => new Mismatch(Place(m), Hidden(Text(m, "mismatch") ?? "another answer than agreed", secret))).ToList();
        var failed = Text(result, "result") is not "OK";
        return Blank(content, Text(result, "interactionKey"), Text(result, "description") ?? "") with
        {
            Pending = Member(result, "pending")?.ValueKind == JsonValueKind.True,
            Mismatches = mismatches,
            Error = failed && mismatches.Count == 0 ? Hidden(Text(mismatch, "message") ?? "no answer to compare", secret) : null,
        };
    }

    /// <summary>An interaction that nothing is known of yet.</summary>
    public static VerifiedInteraction Blank(PactContent content, string? key, string description) => new()
    {
        File = content.File,
        Consumer = content.Consumer,
        Provider = content.Provider,
        Key = key,
        Description = description,
    };

    private static string Place(JsonElement mismatch) => Text(mismatch, "type") switch
    {
        "StatusMismatch" => "answer status",
        "HeaderMismatch" => $"answer header {Text(mismatch, "key")}",
        "BodyMismatch" => $"answer body at {Text(mismatch, "path")}",
        _ => "answer body",
    };

    private static string Hidden(string text, string? secret) =>
        string.IsNullOrEmpty(secret) ? text : text.Replace(secret, "***", StringComparison.Ordinal);

    private static JsonElement[] Items(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;
}
