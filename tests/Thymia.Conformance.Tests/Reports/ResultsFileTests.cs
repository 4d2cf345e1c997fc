using System.Text;
using System.Text.Json;
using Thymia.Conformance.Reports.Formats.Results;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Reports;

public sealed class ResultsFileTests
{
    [Fact]
    public void Honours_its_published_schema()
    {
        Assert.Empty(Schema.Check(Bytes(Runs.OfEveryKind())));
        Assert.Empty(Schema.Check(Bytes(Runs.Record([], cancelled: true))));
    }

    [Theory]
    [InlineData("\"seed\": 7", "\"seed\": \"7\"")]
    [InlineData("\"cases\": 8", "\"cases\": -1")]
    [InlineData("\"check\": \"invalid-rejected\"", "\"check\": \"Invalid Rejected\"")]
    [InlineData("\"verdict\": \"skipped\"", "\"verdict\": \"ignored\"")]
    [InlineData("\"curl\":", "\"kurl\":")]
    [InlineData("\"cause\": 1", "\"cause\": 0")]
    [InlineData("\"kindsJudged\":", "\"kindsDone\":")]
    [InlineData("\"kind\": \"lower-case\"", "\"kind\": 1")]
    public void Is_held_to_that_schema(string right, string wrong)
    {
        var text = Text(Runs.OfEveryKind());
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Check(text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Honours_it_with_more_findings_than_it_has_commands_for()
    {
        var bytes = Bytes(
            Runs.Record([
                .. Enumerable
                    .Range(0, 1_001)
                    .Select(i =>
                        Runs.Failed(
                            "user.birthSex:enum:lower-case",
                            $"check-{i}",
                            "request body",
                            "status 200",
                            "status 422",
                            "sense"
                        )
                    ),
            ])
        );

        Assert.Empty(Schema.Check(bytes));
        using var json = JsonDocument.Parse(bytes);
        var findings = json.RootElement.GetProperty("findings");
        Assert.Equal(1_000, findings.EnumerateArray().Count(f => f.TryGetProperty("curl", out _)));
        Assert.Equal(1_001, findings.GetArrayLength());
    }

    [Fact]
    public void Tells_the_cause_of_each_finding()
    {
        using var json = JsonDocument.Parse(Text(Runs.OfEveryKind()));
        var causes = json.RootElement.GetProperty("causes");

        Assert.True(causes.GetArrayLength() > 1);
        Assert.All(json.RootElement.GetProperty("findings").EnumerateArray(), f =>
            Assert.Equal(
                f.GetProperty("check").GetString(),
                causes[f.GetProperty("cause").GetInt32() - 1].GetProperty("check").GetString()
            )
        );
    }

    [Fact]
    public void Counts_every_case_once()
    {
        using var json = JsonDocument.Parse(Text(Runs.OfEveryKind()));
        int Count(string name) => json.RootElement.GetProperty(name).GetInt32();

        Assert.Equal((8, 1, 3), (Count("cases"), Count("passed"), Count("failed")));
        Assert.Equal((1, 1, 1, 1), (Count("tolerated"), Count("inconclusive"), Count("skipped"), Count("discarded")));
        Assert.Equal(1, Count("exitCode"));
    }

    [Fact]
    public void Is_the_same_whatever_order_the_cases_ended_in()
    {
        string[] cases = ["user.birthSex:enum:lower-case", "user.birthSex:enum:capitalised", "language:enum:extended"];
        var events = cases
            .Select(id => Runs.Failed(id, "invalid-rejected", "request body", "status 200", "status 422", "sense"))
            .ToList();

        Assert.Equal(Text(Runs.Record(events)), Text(Runs.Record(Enumerable.Reverse(events))));
    }

    [Fact]
    public void Starts_without_a_byte_order_mark_and_ends_with_a_line()
    {
        var bytes = Bytes(Runs.OfEveryKind());

        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void Holds_no_character_that_steers_a_terminal() =>
        Assert.DoesNotContain(Text(Runs.OfEveryKind()), c => (char.IsControl(c) && c != '\n') || c == '\u202e');

    [Fact]
    public void Has_the_reduced_request_beside_the_one_that_was_drawn()
    {
        var run = Runs.Record([Runs.Reduced()]);
        var finding = JsonDocument.Parse(Bytes(run)).RootElement.GetProperty("findings")[0];

        Assert.Empty(Schema.Check(Bytes(run)));
        Assert.Contains("'{\"a\":1}'", finding.GetProperty("reducedCurl").GetString(), StringComparison.Ordinal);
        Assert.Contains("'{\"a\":1,\"b\":[2]}'", finding.GetProperty("curl").GetString(), StringComparison.Ordinal);
    }

    private static PayloadSchema Schema { get; } = Described.SchemaFile("results.schema.json");

    [Fact]
    public void Names_the_operations_that_were_not_tested()
    {
        var record = new RunRecord();
        foreach (var happened in Runs.Events([]))
        {
            record.OnEvent(
                happened is RunEvent.RunStarted started
                    ? started with
                    {
                        LeftOut =
                        [
                            new("GET /a/{id}", new UnusableInputException("c", "no {id}", "api.yaml:7", "add it")),
                        ],
                    }
                    : happened
            );
        }

        var leftOut = JsonDocument.Parse(Bytes(record)).RootElement.GetProperty("leftOut")[0];
        Assert.Equal("GET /a/{id}", leftOut.GetProperty("operation").GetString());
        Assert.Equal("api.yaml:7", leftOut.GetProperty("location").GetString());
        Assert.Equal("no {id}", leftOut.GetProperty("reason").GetString());
        Assert.Empty(Schema.Check(Bytes(record)));
    }

    private static string Text(RunRecord run) => Encoding.UTF8.GetString(Bytes(run));

    private static byte[] Bytes(RunRecord run)
    {
        using var output = new MemoryStream();
        new ResultsFile(run, Runs.Replay, "0.0.0-test").Write(output);
        return output.ToArray();
    }
}
