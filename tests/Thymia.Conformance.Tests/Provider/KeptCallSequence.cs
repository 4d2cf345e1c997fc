using Thymia.Provider;

namespace Thymia.Conformance.Tests.Provider;

/// <summary>Calls that are created, read, listed, changed and deleted, one after the other.</summary>
internal static class KeptCallSequence
{
    public const string OtherKey = "other-demo-key-not-a-secret";

    private const int Calls = 23;
    private const string Notes = """{"label":"first label","notes":"some notes"}""";

    /// <summary>Everything that was answered, as one text.</summary>
    public static async Task<string> SendAsync(CallClient client)
    {
        var replies = new List<Reply>();
        var ids = new List<string>();
        for (var i = 0; i < Calls; i++)
        {
            var label = CallClient.Valid.Replace("\"Ada\"", $"\"Ada Lovelace {i}\"", StringComparison.Ordinal);
            var call =
                i % 2 == 0
                    ? label
                    : label.Replace("{\"user\"", "{\"deleteData\":true,\"user\"", StringComparison.Ordinal);
            var created = await client.PostAsync(call);
            ids.Add(created.Json.GetProperty("id").GetString()!);
        }

        foreach (var id in new[] { ids[0], ids[1], ids[^1] })
        {
            await OfOneAsync(client, $"/v1/calls/{id}", replies);
        }

        return string.Join('\n', replies.Select(r => $"{r.Status} {r.ContentType} {r.Text}"));
    }

    private static async Task OfOneAsync(CallClient client, string path, List<Reply> replies)
    {
        foreach (
            var (method, at, key, body) in new[]
            {
                ("GET", path, Key, null),
                ("GET", path, Key, null),
                ("GET", path, OtherKey, null),
                ("GET", path + "/results", Key, null),
                ("GET", "/v1/calls", Key, null),
                ("GET", "/v1/calls?cursor=10", Key, null),
                ("GET", "/v1/calls?cursor=20", Key, null),
                ("PUT", path, Key, Notes),
                ("PUT", path, Key, Notes),
                ("GET", path, Key, null),
                ("PATCH", path, Key, """{"label":"second label"}"""),
                ("GET", path, Key, null),
                ("DELETE", path, Key, (string?)null),
                ("GET", path, Key, null),
                ("DELETE", path, Key, null),
            }
        )
        {
            replies.Add(await client.SendAsync(new HttpMethod(method), at, key, body));
        }
    }

    private static string Key => ProviderOptions.DemoApiKey;
}
