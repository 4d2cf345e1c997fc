using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>
/// The other side of the contract: a consumer that knows HTTP and nothing of ours sends each recorded request to
/// Pact's
/// own mock server, few at a time, and the server says that it was asked just what was recorded.
/// </summary>
public sealed partial class ConsumerProofTests : IDisposable
{
    private const int InOneServer = 10;

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }

    [Fact(Explicit = true)]
    public async Task A_plain_client_gets_what_the_golden_pact_says()
    {
        using var master = Start();
        try
        {
            var place = await PlaceAsync(master);
            var sent = 0;
            foreach (var group in Groups())
            {
                var server = await CreateAsync(place, group);
                foreach (var interaction in group["interactions"]!.AsArray())
                {
                    await CallAsync(server.Port, interaction!);
                    sent++;
                }

                Assert.Empty(await ComplaintAsync(new Uri(place, $"mockserver/{server.Id}/verify")));
                using var gone = await _http.DeleteAsync(new Uri(place, $"mockserver/{server.Id}"), Token);
            }

            Assert.Equal(45, sent);
        }
        finally
        {
            master.Kill(entireProcessTree: true);
        }
    }

    private static IEnumerable<JsonObject> Groups() =>
        GoldenPact.Files.SelectMany(file =>
        {
            var pact = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
            return pact["interactions"]!
                .AsArray()
                .Where(i => !IsMalformed(i!))
                .Chunk(InOneServer)
                .Select(chunk =>
                {
                    var part = pact.DeepClone().AsObject();
                    part["interactions"] = new JsonArray([.. chunk.Select(i => i!.DeepClone())]);
                    return part;
                });
        });

    private async Task<(string Id, int Port)> CreateAsync(Uri place, JsonObject pact)
    {
        using var content = new StringContent(pact.ToJsonString(), Encoding.UTF8, "application/json");
        using var created = await _http.PostAsync(place, content, Token);
        var server = JsonNode.Parse(await created.Content.ReadAsStringAsync(Token))!["mockServer"]!;
        return (server["id"]!.ToString(), server["port"]!.GetValue<int>());
    }

    // The server may answer a request before it has noted it; it is asked again until it has.
    private async Task<string> ComplaintAsync(Uri place)
    {
        var complaint = "";
        for (var attempt = 0; attempt < 500; attempt++)
        {
            using var verdict = await _http.PostAsync(place, null, Token);
            if (verdict.IsSuccessStatusCode)
            {
                return "";
            }

            complaint = await verdict.Content.ReadAsStringAsync(Token);
        }

        return complaint;
    }

    private async Task CallAsync(int port, JsonNode interaction)
    {
        var request = interaction["request"]!;
        using var message = new HttpRequestMessage(
            HttpMethod.Parse(request["method"]!.ToString()),
            new Uri($"http://127.0.0.1:{port}{request["path"]}")
        );
        if (request["body"]?["content"] is { } content)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content.ToJsonString()));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
                request["body"]!["contentType"]!.ToString()
            );
        }

        foreach (var (name, values) in request["headers"]!.AsObject().Where(h => h.Key != "Content-Type"))
        {
            message.Headers.Add(name, values!.AsArray().Select(v => v!.ToString()));
        }

        using var answer = await _http.SendAsync(message, Token);
        var body = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(
            (int)answer.StatusCode == interaction["response"]!["status"]!.GetValue<int>(),
            $"{interaction["description"]}: {body}"
        );
        var read = JsonNode.Parse(body)!;
        Assert.NotNull(answer.StatusCode == HttpStatusCode.OK ? read["id"] : read["detail"]![0]!["loc"]);
    }

    // Pact compares bodies of JSON as JSON: its servers find that one which is none fits nothing, itself included.
    private static bool IsMalformed(JsonNode interaction) =>
        interaction["request"]!["body"]?["encoded"]?.ToString() == "base64";

    private Process Start() =>
        Process.Start(
            new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, "pact-cli", OperatingSystem.IsWindows() ? "pact.exe" : "pact"),
                ["mock", "start", "--port", "0", "--host", "127.0.0.1", "--no-file-log", "--output", _folder.Path]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                Environment = { ["PACT_DO_NOT_TRACK"] = "true" },
            }
        )!;

    private static async Task<Uri> PlaceAsync(Process master)
    {
        while (await master.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (Port().Match(line) is { Success: true } found)
            {
                return new Uri($"http://127.0.0.1:{found.Groups[1].Value}/");
            }
        }

        throw new InvalidOperationException("Pact's mock server has ended.");
    }

    [GeneratedRegex(@"started on port (\d+)")]
    private static partial Regex Port();
}
