using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>What a broker demands of a publication, in its words.</summary>
internal static class PublishRules
{
    public static IEnumerable<(string Field, string Problem)> Broken(JsonObject body)
    {
        foreach (var field in new[] { "pacticipantName", "pacticipantVersionNumber" })
        {
            if (
                body[field] is not JsonValue value
                || !value.TryGetValue<string>(out var text)
                || text.Trim().Length == 0
            )
            {
                yield return (field, body[field] is null ? "is missing" : "must be filled");
            }
        }

        foreach (var field in new[] { "branch", "buildUrl" })
        {
            if (
                body.ContainsKey(field)
                && body[field] is JsonValue value
                && (
                    !value.TryGetValue<string>(out var text)
                    || text.Contains('\n', StringComparison.Ordinal)
                    || (field == "branch" && text.Trim().Length == 0)
                )
            )
            {
                yield return (field, "cannot be blank");
            }
        }

        if (body["contracts"] is not JsonArray contracts)
        {
            yield return ("contracts", "is missing");
            yield break;
        }

        for (var i = 0; i < contracts.Count; i++)
        {
            foreach (var problem in Broken(contracts[i] as JsonObject ?? [], body["pacticipantName"]?.ToString()))
            {
                yield return ("contracts", $"{problem} (at index {i})");
            }
        }
    }

    public static string? Decode(JsonNode contract)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(contract["content"]!.ToString()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Broken(JsonObject contract, string? pacticipant)
    {
        foreach (var field in new[] { "consumerName", "providerName", "specification", "contentType", "content" })
        {
            if (contract[field] is null)
            {
                yield return $"{field} is missing";
            }
        }

        if (contract.Count == 0 || contract["content"] is null)
        {
            yield break;
        }

        if (contract["specification"]?.ToString() != "pact")
        {
            yield return "specification must be one of: pact";
        }

        if (contract["consumerName"]?.ToString() != pacticipant)
        {
            yield return $"consumerName ('{contract["consumerName"]}') must match pacticipantName ('{pacticipant}')";
        }

        if (contract["onConflict"] is { } conflict && conflict.ToString() is not ("overwrite" or "merge"))
        {
            yield return "onConflict must be one of: overwrite, merge";
        }

        var content = Decode(contract);
        var pact = content is null ? null : Parse(content);
        if (pact is null)
        {
            yield return content is null
                ? "content is not valid Base64"
                : "content could not be parsed as application/json";
        }
        else if (pact["consumer"]?["name"]?.ToString() != contract["consumerName"]?.ToString())
        {
            yield return $"consumer name in contract content ('{pact["consumer"]?["name"]}') must match consumerName "
                + $"in contract params ('{contract["consumerName"]}')";
        }
    }

    private static JsonObject? Parse(string content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
