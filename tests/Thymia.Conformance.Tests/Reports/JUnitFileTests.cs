using System.Xml.Linq;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Formats.JUnit;
using Thymia.Conformance.Reports.Model;

namespace Thymia.Conformance.Tests.Reports;

public sealed class JUnitFileTests
{
    [Fact]
    public void Is_a_test_for_each_demand_of_the_contract()
    {
        var tests = Suite(Runs.OfEveryKind()).Elements("testcase").ToList();

        Assert.Equal(
            [
                "agent · type",
                "body · example",
                "language · enum",
                "phoneNumber · type",
                "user.birthSex · enum",
                "user.userLabel · type",
            ],
            tests.Select(t => t.Attribute("name")!.Value)
        );
        Assert.All(tests, t => Assert.Equal("POST /v1/calls", t.Attribute("classname")!.Value));
        Assert.Equal(
            ["error", null, "failure", "skipped", "failure", "error"],
            tests.Select(t => t.Elements().SingleOrDefault()?.Name.LocalName)
        );
    }

    [Fact]
    public void Counts_what_it_holds()
    {
        var suite = Suite(Runs.OfEveryKind());

        Assert.Equal(("6", "2", "2", "1"), (Of("tests"), Of("failures"), Of("errors"), Of("skipped")));
        Assert.Equal(("2026-01-02T03:04:05", "1.235"), (Of("timestamp"), Of("time")));
        string Of(string name) => suite.Attribute(name)!.Value;
    }

    [Fact]
    public void Says_in_a_failure_what_is_wrong_and_how_to_see_it_again()
    {
        var failure = Suite(Runs.OfEveryKind()).Descendants("failure").Last();

        Assert.Equal(
            "POST /v1/calls, request body at /user/birthSex: found status 200, expected status 422 (BirthSex, enum)",
            failure.Attribute("message")!.Value
        );
        Assert.Contains("invalid-rejected, 2 cases, such as post-v1-calls:", failure.Value, StringComparison.Ordinal);
        Assert.Contains("(seed 7)", failure.Value, StringComparison.Ordinal);
        Assert.Contains("curl -sS -i -X POST", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Stays_well_formed_whatever_the_provider_answers()
    {
        var run = Runs.Record([
            Runs.Failed(
                "language:enum:extended",
                "echo",
                "answer body",
                "]]></failure>\u0000\u001b\ud800\uffff",
                "<x>&",
                "sense"
            ),
            Runs.Judged("user.userLabel:type:boolean", new Verdict.Inconclusive("\u0001<b>\ufffe")),
        ]);

        Assert.Contains("]]></failure>", Suite(run).Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    private static XElement Suite(RunRecord run)
    {
        using var output = new MemoryStream();
        new JUnitFile(run, Runs.Replay).Write(output);
        output.Position = 0;
        return XDocument.Load(output).Root!.Elements("testsuite").Single();
    }
}
