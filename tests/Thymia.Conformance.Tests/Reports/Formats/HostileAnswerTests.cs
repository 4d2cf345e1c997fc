using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Spectre.Console.Testing;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Reports.Formats;

/// <summary>Whatever a provider says is text in every report, and its end ends nothing else.</summary>
public sealed class HostileAnswerTests : IDisposable
{
    private const string Key = "sk-Test-0123456789";

    /// <summary>
    /// Ends an element, a string, a cell, a code span, a CDATA section, a comment; steers a terminal; is no XML.
    /// </summary>
    private const string Hostile =
        "</script><img src=x onerror=alert(1)>\"'`|]]>-->\\ "
        + "\u001b]0;own\u0007\u001b[2J\u0000\u0008\u009b31m\u202e\u2028\ud800\uffff =cmd()";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_report_reads_as_what_it_is_and_holds_no_character_that_steers()
    {
        await WriteAsync();

        foreach (var name in new[] { "results.json", "report.sarif", "ctrf.json", "exchanges.har" })
        {
            using var json = JsonDocument.Parse(Read(name));
        }

        var xml = XDocument.Parse(Read("junit.xml"));
        Assert.Contains("<img", xml.Descendants("failure").First().Value, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_folder.Path), f =>
            Assert.DoesNotContain(File.ReadAllText(f), c =>
                (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\u202e' or '\u2028'
            )
        );
    }

    [Fact]
    public async Task The_summary_keeps_it_within_a_code_span_of_one_cell()
    {
        await WriteAsync();
        var row = Assert.Single(Read("summary.md").Split('\n'), l =>
            l.Contains("<img", StringComparison.Ordinal) && l[0] == '|'
        );

        var cells = row.Replace(@"\|", "", StringComparison.Ordinal).Trim('|').Split('|');
        Assert.Equal(3, cells.Length);
        Assert.StartsWith(" `` ", cells[2], StringComparison.Ordinal);
        Assert.EndsWith(" `` ", cells[2], StringComparison.Ordinal);
        Assert.Equal(2, cells[2].Split("``").Length - 1);
    }

    [Fact]
    public async Task The_screen_shows_it_and_obeys_none_of_it()
    {
        var record = await WriteAsync();
        using var console = new TestConsole();
        console.Profile.Width = 200;

        FindingList.Write(console, record);

        Assert.Contains("<img src=x", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(console.Output, c => char.IsControl(c) && c is not '\n');
    }

    [Fact]
    public async Task No_report_holds_the_key_or_what_was_sent_of_a_person()
    {
        await WriteAsync();
        var sent = Runs.Case("language:enum:extended").Request.Body!.Value;
        var day = JsonDocument.Parse(sent).RootElement.GetProperty("user").GetProperty("dateOfBirth").GetString()!;
        string[] everywhere = [Key, Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)), Key[..9]];

        Assert.All(Directory.GetFiles(_folder.Path), f =>
            Assert.All(everywhere, s =>
                Assert.DoesNotContain(s, File.ReadAllText(f), StringComparison.OrdinalIgnoreCase)
            )
        );
        Assert.All(["report.html", "exchanges.har"], f =>
            Assert.DoesNotContain(day, Read(f), StringComparison.Ordinal)
        );
    }

    private async Task<RunRecord> WriteAsync()
    {
        using var reports = new RunReports(
            new ConformanceOptions { Out = _folder.Path, Reports = ReportKinds.Usual | ReportKinds.Har },
            Key,
            "0.0.0-test"
        );
        foreach (
            var happened in Runs.Events([
                Echoed(),
                Runs.Judged("body:example:documented", new Verdict.Inconclusive(Hostile)),
            ])
        )
        {
            reports.OnEvent(happened);
        }

        await reports.WriteAsync(Runs.Replay);
        reports.AppendStepSummary(Path.Combine(_folder.Path, "summary.md"), Runs.Replay);
        return reports.Record;
    }

    // Judging has masked what a finding says; the answer comes as it came.
    private static RunEvent Echoed()
    {
        var sent = Runs.Case("language:enum:extended");
        var text = Encoding.UTF8.GetString(sent.Request.Body!.Value.Span);
        var body = JsonSerializer.Serialize(
            new
            {
                detail = new object[]
                {
                    new
                    {
                        loc = Hostile.Split(' '),
                        msg = text,
                        type = Hostile,
                        input = text,
                    },
                    new
                    {
                        loc = "body".Split(' '),
                        msg = Convert.ToBase64String(sent.Request.Body!.Value.Span),
                        type = $"t-{Key}",
                    },
                    new
                    {
                        loc = "body".Split(' '),
                        msg = Uri.EscapeDataString(text),
                        type = "t",
                        ctx = new { doc = text },
                    },
                    new
                    {
                        loc = "body".Split(' '),
                        msg = $"key {Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))} {Key[..9]}",
                        type = "k",
                    },
                },
            }
        );
        return Runs.Answered(sent, 422, body, Runs.Finding("language:enum:extended", Hostile));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));
}
