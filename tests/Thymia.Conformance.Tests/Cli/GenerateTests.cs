using System.Text;
using System.Text.Json;

namespace Thymia.Conformance.Tests.Cli;

public sealed class GenerateTests
{
    [Fact]
    public async Task Gives_the_same_bytes_for_the_same_seed_on_screen_and_in_a_file()
    {
        using var first = new CommandLine();
        using var second = new CommandLine();
        using var other = new CommandLine();

        Assert.Equal(0, await first.RunAsync("generate", "--count", "600", "--seed", "7"));
        Assert.Equal(
            0,
            await second.RunAsync("generate", "--count", "600", "--seed", "7", "--out", second.Path("cases.jsonl"))
        );
        Assert.Equal(0, await other.RunAsync("generate", "--count", "600", "--seed", "8"));

        Assert.Equal(
            first.Bytes,
            await File.ReadAllBytesAsync(second.Path("cases.jsonl"), TestContext.Current.CancellationToken)
        );
        Assert.NotEqual(first.Bytes, other.Bytes);
        Assert.Empty(first.Error);
    }

    [Fact]
    public async Task Writes_one_object_a_line_with_the_documented_members()
    {
        using var line = new CommandLine();
        await line.RunAsync("generate", "--count", "1200");

        var cases = Lines(line);

        Assert.Equal(1_200, cases.Count);
        Assert.Equal(1_200, cases.Select(c => c.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(cases, c =>
            Assert.Equal(
                c.GetProperty("valid").GetBoolean(),
                c.TryGetProperty("tier", out _) && !c.TryGetProperty("mutation", out _)
            )
        );
        Assert.All(cases.Where(c => c.TryGetProperty("mutation", out _)), c =>
            Assert.Equal(
                ["location", "keyword", "kind"],
                c.GetProperty("mutation").EnumerateObject().Select(p => p.Name)
            )
        );
        Assert.Contains(cases, c => c.TryGetProperty("headers", out _));
        Assert.Contains(cases, c => !c.TryGetProperty("payload", out _) && c.TryGetProperty("bodyBase64", out _));
        Assert.Contains(cases, c => !c.TryGetProperty("payload", out _) && !c.TryGetProperty("bodyBase64", out _));
    }

    [Fact]
    public async Task Leaves_the_old_file_alone_when_it_is_stopped()
    {
        using var line = new CommandLine();
        var file = line.Write("cases.jsonl", "old");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Equal(3, await line.RunUntilAsync(stop.Token, "generate", "--out", file));
        Assert.Equal("old", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(line.Folder));
    }

    private static List<JsonElement> Lines(CommandLine line) =>
        [
            .. Encoding
                .UTF8.GetString(line.Bytes)
                .TrimEnd('\n')
                .Split('\n')
                .Select(l => JsonDocument.Parse(l).RootElement),
        ];
}
