using System.Net;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Tests.Safety;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>A provider that repeats the key in every clothing: none of it reaches a file or the screen.</summary>
public sealed class SecretsInOutputTests
{
    private const string Key = SecretsTests.Key;

    [Theory]
    [InlineData("THYMIA_APIKEY")]
    [InlineData("THYMIA_HEADERS__X_TENANT")]
    public async Task Stay_out_of_all_that_a_run_writes(string variable)
    {
        var clothings = SecretsTests.Clothings.Select(row => row.Data).ToList();
        await using var server = RawServer.Doing(
            async (stream, stop) => await stream.WriteAsync(Echo(clothings), stop)
        );
        using var line = new CommandLine();
        line.Environment[variable] = Key;
        var summary = line.Write("summary.md", "");
        line.Environment["GITHUB_STEP_SUMMARY"] = summary;

        await line.RunAsync(
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "kind=lower-case",
            "--verbose",
            "--reports",
            "html,junit,sarif,har,ctrf",
            "--base-url",
            server.Url.ToString(),
            "--out",
            line.Path("results")
        );

        Assert.Contains("key-not-echoed", line.Out, StringComparison.Ordinal);
        DemandNone(line.Out + line.Error, clothings, "the screen");
        foreach (
            var file in Directory.EnumerateFiles(line.Path("results"), "*", SearchOption.AllDirectories).Append(summary)
        )
        {
            DemandNone(
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                clothings,
                Path.GetFileName(file)
            );
        }
    }

    [Theory]
    [InlineData("THYMIA_APIKEY")]
    [InlineData("THYMIA_HEADERS__X_TENANT")]
    public async Task Stay_out_of_what_explains_a_case(string variable)
    {
        var clothings = SecretsTests.Clothings.Select(row => row.Data).ToList();
        await using var server = RawServer.Doing(
            async (stream, stop) => await stream.WriteAsync(Echo(clothings), stop)
        );
        using var line = new CommandLine();
        line.Environment[variable] = Key;

        await line.RunAsync(
            "explain",
            "post-v1-calls:user.birthSex:enum:lower-case",
            "--send",
            "--base-url",
            server.Url.ToString()
        );

        Assert.Contains("key-not-echoed", line.Out, StringComparison.Ordinal);
        Assert.Equal(
            variable.Contains("HEADERS", StringComparison.Ordinal),
            line.Out.Contains("-H \"X-TENANT: $THYMIA_HEADERS__X_TENANT\"", StringComparison.Ordinal)
        );
        Assert.Contains(server.Requests, r => r.Contains(Key, StringComparison.Ordinal));
        DemandNone(line.Out + line.Error, clothings, "the screen");
    }

    // Each report escapes in its own way, so that escapes are undone and left out before it is searched.
    private static void DemandNone(string text, IReadOnlyList<string> clothings, string where)
    {
        var plain = Plain(text);
        foreach (var clothing in clothings)
        {
            Assert.False(
                plain.Contains(Plain(clothing), StringComparison.OrdinalIgnoreCase),
                $"{where} holds {clothing}"
            );
        }
    }

    private static string Plain(string text) =>
        WebUtility
            .HtmlDecode(WebUtility.HtmlDecode(text))
            .Replace("\\u0026", "&", StringComparison.OrdinalIgnoreCase)
            .Replace("\\u002b", "+", StringComparison.OrdinalIgnoreCase)
            .Replace("\\", "", StringComparison.Ordinal);

    // In an error's words and place, in names, raw between quotes, and in headers.
    private static byte[] Echo(IReadOnlyList<string> clothings)
    {
        var words = JsonSerializer.Serialize(string.Join(" | ", clothings));
        var raw = string.Join(',', clothings.Select(c => $"\"{c}\""));
        var body = $$"""{"detail":[{"loc":["body",{{words}}],"msg":{{words}},"type":"t"}],{{words}}:[{{raw}}]}""";
        var headers = string.Concat(clothings.Select((c, i) => $"X-Echo-{i}: {c}\r\n"));
        return Encoding.Latin1.GetBytes(
            "HTTP/1.1 422 X\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + $"{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
        );
    }
}
