using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>What an interaction says of itself to people, and what a verification makes nothing of.</summary>
internal static class InteractionRemarks
{
    public static IEnumerable<string> Of(JsonElement interaction)
    {
        var comments = PactJson.Member(interaction, "comments");
        if (PactJson.Text(comments, "testname") is { } test)
        {
            yield return $"consumer's test: {test}";
        }

        foreach (var text in PactJson.Items(comments, "text").Where(t => t.ValueKind == JsonValueKind.String))
        {
            yield return $"comment: {text.GetString()}";
        }

        // What V4 gives as a body without its content counts as no body in Pact's core.
        foreach (var half in new[] { "request", "response" })
        {
            if (
                PactJson.Text(interaction, "type") is not null
                && PactJson.Member(PactJson.Member(interaction, half), "body") is { } body
                && body.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                && PactJson.Member(body, "content") is null
            )
            {
                yield return $"the {half}'s body has no 'content', as Pact V4 demands, so it is not compared";
            }
        }
    }
}
