using System.Text;
using System.Text.Json;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Cli;

public sealed class GenerateFormatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("har")]
    [InlineData("http")]
    [InlineData("curl")]
    public async Task Gives_the_same_bytes_for_the_same_seed_and_never_a_key(string format)
    {
        using var first = new CommandLine();
        using var second = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "secret-4711" } };

        Assert.Equal(0, await first.RunAsync("generate", "--format", format, "--seed", "3"));
        Assert.Equal(0, await second.RunAsync("generate", "--format", format, "--seed", "3"));

        Assert.NotEmpty(first.Bytes);
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Contains("THYMIA_APIKEY", Encoding.UTF8.GetString(first.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_has_every_case_with_what_it_must_get()
    {
        using var line = new CommandLine();
        Assert.Equal(0, await line.RunAsync("generate", "--format", "har"));

        var log = JsonDocument.Parse(line.Bytes).RootElement.GetProperty("log");
        var entries = log.GetProperty("entries").EnumerateArray().ToList();

        Assert.Equal("1.2", log.GetProperty("version").GetString());
        Assert.Equal(RunPlan.Read(new(), TestContext.Current.CancellationToken).Draw(0).Count(), entries.Count);
        Assert.All(entries, e =>
        {
            Assert.Equal(0, e.GetProperty("response").GetProperty("status").GetInt32());
            Assert.StartsWith(
                "http://localhost:8080/",
                e.GetProperty("request").GetProperty("url").GetString(),
                StringComparison.Ordinal
            );
            Assert.Contains(": m", e.GetProperty("comment").GetString(), StringComparison.Ordinal);
        });
        var utf16 = entries.Single(e => IdOf(e).EndsWith(":encoding:utf-16", StringComparison.Ordinal));
        var data = utf16.GetProperty("request").GetProperty("postData");
        Assert.Equal([0xFF, 0xFE], data.GetProperty("_bodyBase64").GetBytesFromBase64()[..2]);
    }

    [Fact]
    public async Task A_file_for_editors_says_what_it_leaves_out()
    {
        using var line = new CommandLine();
        Assert.Equal(0, await line.RunAsync("generate", "--format", "http"));

        var text = Encoding.UTF8.GetString(line.Bytes);
        var requests = text.Split("\n### ")[1..];
        var left = RunPlan.Read(new(), TestContext.Current.CancellationToken).Draw(0).Count() - requests.Length;

        Assert.Equal(
            $"note: {left} cases left out, which the format http cannot carry; jsonl has them "
                + $"all.{Environment.NewLine}",
            line.Error
        );
        Assert.StartsWith(
            "@baseUrl = http://localhost:8080\n@apiKey = {{$processEnv THYMIA_APIKEY}}\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(requests, r =>
            r.StartsWith(
                "post-v1-calls:user.birthSex:enum:lower-case: must be rejected with 422\nPOST {{baseUrl}}/v1/calls\n"
                    + "content-type: application/json\nx-api-key: {{apiKey}}\n\n{\"",
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain(requests, r => r.Contains("template-signs", StringComparison.Ordinal));
        Assert.DoesNotContain(requests, r => r.Contains("security:first-half", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_has_each_body_byte_for_byte_and_an_index()
    {
        using var line = new CommandLine();
        var folder = line.Path("cases");
        Assert.Equal(0, await line.RunAsync("generate", "--format", "files", "--out", folder));

        var index = (await File.ReadAllLinesAsync(Path.Combine(folder, "index.jsonl"), Token))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        var cases = RunPlan
            .Read(new(), TestContext.Current.CancellationToken)
            .Draw(0)
            .Select(p => p.Make())
            .ToDictionary(c => c.Id);
        Assert.Equal(cases.Count, index.Count);
        foreach (var entry in index)
        {
            var body = cases[entry.GetProperty("id").GetString()!].Request.Body;
            Assert.Equal(body is not null, entry.TryGetProperty("file", out var file));
            if (body is { } bytes)
            {
                Assert.Equal(
                    bytes.ToArray(),
                    await File.ReadAllBytesAsync(Path.Combine(folder, file.GetString()!), Token)
                );
                Assert.StartsWith(
                    entry.GetProperty("valid").GetBoolean() ? "valid/" : "invalid/",
                    file.GetString(),
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Fact]
    public async Task A_folder_is_replaced_only_where_it_is_one_of_ours()
    {
        using var line = new CommandLine();
        var folder = line.Path("cases");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "mine", Token);

        Assert.Equal(2, await line.RunAsync("generate", "--format", "files", "--out", folder));
        Assert.Equal(
            $"error: {folder}: the folder is not empty and has no index.jsonl; name a new folder with "
                + $"--out.{Environment.NewLine}",
            line.Error
        );
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));

        var ours = line.Path("ours");
        Assert.Equal(0, await line.RunAsync("generate", "--format", "files", "--out", ours));
        Assert.Equal(0, await line.RunAsync("generate", "--format", "files", "--only", "valid", "--out", ours));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(ours, "invalid")));
    }

    [Fact]
    public async Task A_script_gets_from_a_provider_what_each_case_must_get()
    {
        await using var provider = await Thymia.Provider.Http.ReferenceProvider.StartAsync(new(), Token);
        using var line = new CommandLine();
        Assert.Equal(
            0,
            await line.RunAsync(
                "generate",
                "--format",
                "curl",
                "--base-url",
                provider.BaseUrl.ToString(),
                "--filter",
                "location=user.birthSex"
            )
        );
        var script = line.Write("send.sh", Encoding.UTF8.GetString(line.Bytes));

        using var shell = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("sh", [script])
            {
                RedirectStandardOutput = true,
                Environment = { ["THYMIA_APIKEY"] = Thymia.Provider.ProviderOptions.DemoApiKey },
            }
        )!;
        var answers = await shell.StandardOutput.ReadToEndAsync(Token);

        var cases = RunPlan
            .Read(new(), TestContext.Current.CancellationToken)
            .Draw(0)
            .Select(p => p.Make())
            .Where(c => c.Location.Display == "user.birthSex")
            .ToList();
        Assert.Equal(cases.Count(c => !c.IsValid), Statuses(answers, "422"));
        Assert.Equal(cases.Count(c => c.IsValid), Statuses(answers, "200"));
    }

    private static int Statuses(string answers, string status) => answers.Split($"HTTP/1.1 {status}").Length - 1;

    private static string IdOf(JsonElement entry) => entry.GetProperty("_case").GetProperty("id").GetString()!;
}
