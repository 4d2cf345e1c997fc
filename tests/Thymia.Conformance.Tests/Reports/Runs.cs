using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Reports;

/// <summary>Runs made by hand, of real cases, with verdicts as a test wants them.</summary>
internal static class Runs
{
    public static Uri BaseUrl { get; } = new("https://staging.example.com/api");

    public static ReplayCommand Replay { get; } =
        new(false, ["--seed", "7", "--base-url", "https://staging.example.com/api"]);

    private static RunPlan Plan { get; } = RunPlan.Read(new ConformanceOptions { Seed = 7 });

    public static TestCase Case(string id) => Plan.Cases.Single(c => c.Id == $"post-v1-calls:{id}").Make();

    public static TestCase Case(byte[]? body, Func<CaseRequest, CaseRequest>? change = null)
    {
        var plain = Case("user.birthSex:enum:lower-case");
        var request = plain.Request with { Body = body is null ? default(ReadOnlyMemory<byte>?) : body };
        return plain with { Request = change?.Invoke(request) ?? request };
    }

    public static TestCase Case(string body, Func<CaseRequest, CaseRequest>? change) =>
        Case(Encoding.UTF8.GetBytes(body), change);

    public static RunRecord Record(IEnumerable<RunEvent> cases, bool cancelled = false)
    {
        var record = new RunRecord();
        foreach (var happened in Events(cases, cancelled))
        {
            record.OnEvent(happened);
        }

        return record;
    }

    /// <summary>The same run as it is told.</summary>
    public static IReadOnlyList<RunEvent> Events(IEnumerable<RunEvent> cases, bool cancelled = false)
    {
        var all = cases.ToList();
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        return
        [
            new RunEvent.RunStarted(Plan.Description, BaseUrl, new Seed(7), all.Count + (cancelled ? 1 : 0), start)
            {
                Constraints = Plan.Constraints,
            },
            .. all,
            new RunEvent.RunFinished(
                all.Aggregate(RunTotals.None, (t, e) => t.Plus(e)),
                TimeSpan.FromMilliseconds(1234.5),
                cancelled
            ),
        ];
    }

    public static RunEvent Judged(string id, Verdict verdict) => Judged(Case(id), verdict);

    public static RunEvent Judged(TestCase testCase, Verdict verdict) =>
        new RunEvent.CaseJudged(
            testCase,
            verdict is Verdict.Skipped
                ? null
                : new Exchange
                {
                    Request = testCase.Request,
                    SentAt = DateTimeOffset.UnixEpoch,
                    Duration = TimeSpan.FromMilliseconds(3),
                },
            verdict
        );

    public static RunEvent Answered(TestCase testCase, int status, string body, Verdict verdict) =>
        new RunEvent.CaseJudged(
            testCase,
            new Exchange
            {
                Request = testCase.Request,
                SentAt = DateTimeOffset.UnixEpoch,
                Duration = TimeSpan.FromMilliseconds(3),
                Answer = new Answer
                {
                    Status = status,
                    Headers = [new("content-type", "application/json"), new("set-cookie", "session=1")],
                    Body = Encoding.UTF8.GetBytes(body),
                },
            },
            verdict
        );

    public static Verdict Finding(string id, string found) =>
        (
            (RunEvent.CaseJudged)Failed(
                id,
                "invalid-rejected",
                "request body at /language",
                found,
                "status 422",
                "LanguageCode, enum"
            )
        ).Verdict;

    public static RunEvent Failed(
        string id,
        string check,
        string location,
        string found,
        string expected,
        string source
    ) =>
        Judged(
            id,
            new Verdict.Failed([
                new Finding
                {
                    Check = check,
                    CaseId = Case(id).Id,
                    Operation = "POST /v1/calls",
                    Location = location,
                    Found = found,
                    Expected = expected,
                    Source = source,
                },
            ])
        );

    /// <summary>A failed case for which a smaller request was found that fails as well.</summary>
    public static RunEvent Reduced()
    {
        var drawn = Case("""{"a":1,"b":[2]}""", null);
        var failed = (RunEvent.CaseJudged)Failed(
            "user.birthSex:enum:lower-case",
            "no-server-error",
            "answer status",
            "500",
            "any other status",
            "sense"
        );
        return failed with { Case = drawn, Reduced = Case("""{"a":1}""", null) };
    }

    /// <summary>A run with a case for every verdict there is.</summary>
    public static RunRecord OfEveryKind() => Record(CasesOfEveryKind);

    public static IReadOnlyList<RunEvent> EventsOfEveryKind => Events(CasesOfEveryKind);

    private static IEnumerable<RunEvent> CasesOfEveryKind =>
        [
            Judged("body:example:documented", new Verdict.Passed()),
            Failed(
                "user.birthSex:enum:lower-case",
                "invalid-rejected",
                "request body at /user/birthSex",
                "status 200",
                "status 422",
                "BirthSex, enum"
            ),
            Failed(
                "user.birthSex:enum:capitalised",
                "invalid-rejected",
                "request body at /user/birthSex",
                "status 200",
                "status 422",
                "BirthSex, enum"
            ),
            Failed(
                "language:enum:extended",
                "no-server-error",
                "answer status",
                "500 \u001b[31m\u202eboom",
                "any other status",
                "sense"
            ),
            Judged("user.userLabel:type:number", new Verdict.Tolerated("number-as-text", "a number becomes text")),
            Judged(
                "user.userLabel:type:boolean",
                new Verdict.Inconclusive("timed out after 30 s, waiting for an answer")
            ),
            Judged("phoneNumber:type:number", new Verdict.Skipped("it carries a phone number")),
            new RunEvent.CaseDiscarded(
                Case("agent:type:text"),
                "said to break agent type, yet the schema check finds nothing wrong"
            ),
        ];
}
