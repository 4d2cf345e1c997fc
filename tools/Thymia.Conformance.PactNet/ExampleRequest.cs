using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;
using Matchers = Thymia.Conformance.Pacts.Recording.Matchers;

namespace Thymia.Conformance.PactNet;

/// <summary>Sends the request of an interaction as its examples show it, as a consumer would.</summary>
internal static class ExampleRequest
{
    public static void Send(Uri server, Interaction interaction)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Parse(interaction.Method),
            new Uri(server, interaction.Path + Query(interaction))
        );
        if (interaction.RequestBody is { } body)
        {
            request.Content = new ByteArrayContent(
                Encoding.UTF8.GetBytes(Example(body.Json)?.ToJsonString() ?? "null")
            );
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.ContentType);
        }

        foreach (var (name, value) in interaction.RequestHeaders)
        {
            _ = request.Headers.TryAddWithoutValidation(name, Example(value)!.ToString());
        }

        using var answer = client.Send(request);
    }

    private static string Query(Interaction interaction) =>
        interaction.Query.Count == 0
            ? ""
            : "?"
                + string.Join(
                    '&',
                    interaction.Query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}")
                );

    private static JsonNode? Example(JsonNode? node) =>
        node switch
        {
            JsonObject matcher when matcher.ContainsKey(Matchers.TypeKey) => Example(matcher["value"]),
            JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Example(p.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Example)]),
            _ => node?.DeepClone(),
        };
}
