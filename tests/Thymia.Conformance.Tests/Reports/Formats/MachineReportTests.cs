using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Reports.Formats;

public sealed class MachineReportTests : IDisposable
{
    private const string Key = "key-of-a-test-1234567";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory(Explicit = true)]
    [InlineData("sarif", "report.sarif", "\"level\": \"warning\"", "\"level\": \"bad\"")]
    [InlineData("har", "exchanges.har", "\"startedDateTime\":", "\"startedAt\":")]
    [InlineData("ctrf", "ctrf.json", "\"status\": \"other\"", "\"status\": \"odd\"")]
    public async Task Honours_the_schema_that_its_format_publishes(
        string format,
        string name,
        string right,
        string wrong
    )
    {
        await WriteAsync(Runs.EventsOfEveryKind);
        var text = await ReadAsync(name);

        Assert.Contains(right, text, StringComparison.Ordinal);
        var whole = _folder.Write("whole", text);
        var spoilt = _folder.Write("spoilt", text.Replace(right, wrong, StringComparison.Ordinal));
        await WriteAsync(Runs.Events([], cancelled: true));

        // The last is of a run that could not begin.
        var problems = await PublishedSchema.ProblemsAsync(format, whole, spoilt, Path(name));

        Assert.All(problems.TrimEnd().Split('\n'), p => Assert.StartsWith($"{spoilt}: /", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Points_at_the_line_of_the_description_that_demands_what_was_missed()
    {
        await WriteAsync(Runs.EventsOfEveryKind);
        var results = (await JsonAsync("report.sarif")).GetProperty("runs")[0].GetProperty("results");

        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("invalid-rejected", results[0].GetProperty("ruleId").GetString());
        Assert.Equal(
            "schemas/thymia-voice-agent.openapi.yaml",
            place.GetProperty("artifactLocation").GetProperty("uri").GetString()
        );
        Assert.Equal("enum:", Described(place.GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.Equal(2, results[0].GetProperty("occurrenceCount").GetInt32());
    }

    [Theory]
    [InlineData("VoiceAgentCallCreateResponse.id, format", "format: uuid")]
    [InlineData("VoiceAgentCallCreateResponse.id, required", "required:")]
    [InlineData("UserDetails.dateOfBirth, format", "format: date")]
    [InlineData("ValidationError.loc, type", "type: array")]
    [InlineData(
        "VoiceAgentCallCreateResponse.id: the id of the newly created call",
        "description: The id of the newly created call"
    )]
    [InlineData("sense", "post:")]
    [InlineData("RFC 9110, section 15", "post:")]
    public async Task Finds_the_line_by_what_a_finding_names(string source, string line)
    {
        await WriteAsync(
            Runs.Events([Runs.Failed("body:example:documented", "response-schema", "request", "x", "y", source)])
        );
        var result = (await JsonAsync("report.sarif")).GetProperty("runs")[0].GetProperty("results")[0];

        Assert.Equal(
            line,
            Described(
                result
                    .GetProperty("locations")[0]
                    .GetProperty("physicalLocation")
                    .GetProperty("region")
                    .GetProperty("startLine")
                    .GetInt32()
            )
        );
    }

    [Fact]
    public async Task Archives_every_exchange_without_key_personal_data_and_cookies()
    {
        var sent = Runs.Case("language:enum:extended");
        using var body = JsonDocument.Parse(sent.Request.Body!.Value);
        var day = body.RootElement.GetProperty("user").GetProperty("dateOfBirth").GetString()!;
        await WriteAsync(
            Runs.Events([
                Runs.Answered(sent, 422, $$"""{"born":"{{day}}","key":"{{Key}}"}""", new Verdict.Passed()),
                Runs.Judged("user.userLabel:type:boolean", new Verdict.Inconclusive("timed out")),
                Runs.Judged("phoneNumber:type:number", new Verdict.Skipped("it carries a phone number")),
            ])
        );

        var entries = (await JsonAsync("exchanges.har")).GetProperty("log").GetProperty("entries");
        Assert.Equal(
            [422, 0],
            entries.EnumerateArray().Select(e => e.GetProperty("response").GetProperty("status").GetInt32())
        );
        Assert.Equal(
            "https://staging.example.com/api/v1/calls",
            entries[0].GetProperty("request").GetProperty("url").GetString()
        );
        var text = await ReadAsync("exchanges.har");
        Assert.DoesNotContain(day, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("session=1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_tests_as_junit_does()
    {
        await WriteAsync(Runs.EventsOfEveryKind);
        var summary = (await JsonAsync("ctrf.json")).GetProperty("results").GetProperty("summary");
        int Count(string name) => summary.GetProperty(name).GetInt32();

        Assert.Equal(Runs.OfEveryKind().Places.Count, Count("tests"));
        Assert.Equal(
            Count("tests"),
            Count("passed") + Count("failed") + Count("skipped") + Count("other") + Count("pending")
        );
        Assert.Equal(2, Count("failed"));
    }

    [Fact]
    public async Task Writes_what_is_asked_for_and_nothing_else()
    {
        await WriteAsync(Runs.EventsOfEveryKind, ReportKinds.Html);

        Assert.Equal(
            ["report.html", "results.json"],
            Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName).Order()
        );
    }

    [Fact]
    public void Says_where_exchanges_cannot_be_written()
    {
        var file = _folder.Write("results", "in the way");
        using var reports = new RunReports(
            new ConformanceOptions { Out = file, Reports = ReportKinds.Har },
            null,
            "0.0.0"
        );

        var error = Assert.Throws<UnusableInputException>(() => reports.OnEvent(Runs.OfEveryKind().Started!));

        Assert.Equal(
            $"{System.IO.Path.Combine(file, "exchanges.har")}: cannot be written: a file stands where a folder is "
                + "needed; choose another place with --out.",
            error.Message
        );
    }

    private async Task WriteAsync(IReadOnlyList<RunEvent> run, ReportKinds kinds = ReportKinds.Usual | ReportKinds.Har)
    {
        using var reports = new RunReports(
            new ConformanceOptions { Out = _folder.Path, Reports = kinds },
            Key,
            "0.0.0-test"
        );
        foreach (var happened in run)
        {
            reports.OnEvent(happened);
        }

        await reports.WriteAsync(Runs.Replay);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path(name), TestContext.Current.CancellationToken);

    private async Task<JsonElement> JsonAsync(string name) =>
        JsonSerializer.Deserialize<JsonElement>(await ReadAsync(name));

    private static string Described(int line) =>
        File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "schemas", "thymia-voice-agent.openapi.yaml"))
            .ElementAt(line - 1)
            .Trim();
}
