using System.Text;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>What a provider writes must do nothing to a terminal, a browser, or a reader of reports.</summary>
public sealed class HostileTextTests
{
    // A title for the terminal, colour, a control of eight bits, text that runs
    // backwards, an element, a way out of CDATA.
    private const string Spite =
        "\u001b]0;owned\u0007\u001b[31mred\u009b2J\u202eback<script>alert(1)</script>]]>&<img src=x onerror=alert(2)>";

    public static TheoryData<bool> Terminals => Sweep.Rows(1, true, false);

    [Theory]
    [MemberData(nameof(Terminals))]
    public async Task Reaches_neither_terminal_nor_reports_as_it_was_sent(bool interactive)
    {
        await using var server = RawServer.Doing(async (stream, stop) => await stream.WriteAsync(Spiteful(), stop));
        using var line = new CommandLine { IsInteractive = interactive };
        var summary = line.Write("summary.md", "");
        line.Environment["GITHUB_STEP_SUMMARY"] = summary;

        var exit = await line.RunAsync(
            "run",
            "--no-pacts",
            "--random",
            "2",
            "--reports",
            "html,junit,sarif,har,ctrf",
            "--base-url",
            server.Url.ToString(),
            "--out",
            line.Path("results")
        );

        Assert.Equal(1, exit);
        DemandHarmless(line.Out + line.Error, "the terminal");
        // The journal is for programs alone, and JSON.
        foreach (
            var file in Directory
                .EnumerateFiles(line.Path("results"))
                .Append(summary)
                .Where(f => Path.GetFileName(f) != Conformance.Journals.RunJournal.FileName)
        )
        {
            DemandHarmless(
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                Path.GetFileName(file)
            );
        }

        var page = await File.ReadAllTextAsync(line.Path("results/report.html"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reaches_no_terminal_from_the_explanation_of_a_case()
    {
        await using var server = RawServer.Doing(async (stream, stop) => await stream.WriteAsync(Spiteful(), stop));
        using var line = new CommandLine();

        await line.RunAsync(
            "explain",
            "post-v1-calls:user.birthSex:enum:lower-case",
            "--send",
            "--base-url",
            server.Url.ToString()
        );

        Assert.Contains("red", line.Out, StringComparison.Ordinal);
        DemandHarmless(line.Out + line.Error, "the terminal");
    }

    private static void DemandHarmless(string text, string where)
    {
        foreach (var part in new[] { "\u001b]0;", "\u001b[31mred", "\u009b", "\u202e", "\u0007" })
        {
            Assert.False(text.Contains(part, StringComparison.Ordinal), $"{where} holds {(int)part[0]:x2}");
        }
    }

    // In the body, in an error's words and place, and in headers.
    private static byte[] Spiteful()
    {
        var spite = System.Text.Json.JsonEncodedText.Encode(
            Spite,
            System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        );
        var body = $$"""
            {"detail":[{"loc":["body","{{spite}}"],"msg":"{{spite}}","type":"{{spite}}"}],
              "{{spite}}":"{{Sample.Valid.Id}}"}
            """;
        var head =
            "HTTP/1.1 422 \u001b[31mred\r\nContent-Type: application/json\r\nX-Spite: "
            + "<script>alert(1)</script>\u001b[31mred\r\n"
            + $"Connection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. Encoding.UTF8.GetBytes(body)];
    }
}
