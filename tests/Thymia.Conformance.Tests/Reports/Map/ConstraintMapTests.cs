using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Reports.Map;

public sealed class ConstraintMapTests
{
    private static readonly Verdict Broken = new Verdict.Failed([]);

    [Theory]
    [InlineData("user.birthSex:enum:lower-case", 422, false, CellOutcome.AsDocumented)]
    [InlineData("user.birthSex:enum:lower-case", 200, true, CellOutcome.Accepted)]
    [InlineData("user.birthSex:enum:lower-case", 500, true, CellOutcome.Error)]
    [InlineData("user.birthSex:enum:lower-case", 422, true, CellOutcome.Wrong)]
    [InlineData("user.birthSex:enum:lower-case", 418, true, CellOutcome.Wrong)]
    [InlineData("body:example:documented", 200, false, CellOutcome.AsDocumented)]
    [InlineData("body:example:documented", 422, true, CellOutcome.Refused)]
    [InlineData("body:example:documented", 200, true, CellOutcome.Wrong)]
    public void Tells_what_became_of_a_case(string id, int status, bool failed, CellOutcome outcome)
    {
        var run = Runs.Record([Answered(id, status, failed ? Broken : new Verdict.Passed())]);

        Assert.Equal(outcome, Assert.Single(run.Map.Cells).Outcome);
    }

    [Fact]
    public void Tells_apart_what_was_let_pass_what_got_no_answer_and_what_was_not_sent()
    {
        var cells = Runs.OfEveryKind().Map.Cells;

        Assert.Equal(CellOutcome.Tolerated, Of("user.userLabel", "number"));
        Assert.Equal(CellOutcome.Error, Of("user.userLabel", "boolean"));
        Assert.Equal(CellOutcome.NotSent, Of("phoneNumber", "number"));
        Assert.Equal(CellOutcome.NotSent, Of("agent", "text"));

        CellOutcome Of(string place, string kind) =>
            cells.Single(c => c.Location.Display == place && c.Kind == kind).Outcome;
    }

    [Fact]
    public void Keeps_one_exchange_of_many_random_cases_the_worst()
    {
        var all = Enumerable.Range(1, 20).Where(i => i % 2 == 1).Select(i => Runs.Case($"body:random:{i}")).ToList();
        var run = Runs.Record(
            all.Select((c, i) => Answered(c, i == 4 ? 500 : 200, i == 4 ? Broken : new Verdict.Passed()))
        );

        var cell = Assert.Single(run.Map.Cells);
        Assert.Equal((10, 10, CellOutcome.Error), (cell.Cases, cell.Sent, cell.Outcome));
        Assert.Equal(all[4].Id, cell.CaseId);
    }

    [Fact]
    public void Is_the_same_whatever_order_the_cases_ended_in()
    {
        var events = Enumerable
            .Range(1, 20)
            .Where(i => i % 2 == 1)
            .Select(i => Answered(Runs.Case($"body:random:{i}"), 200, new Verdict.Passed()))
            .ToList();

        Assert.Equal(
            Runs.Record(events).Map.Cells[0].CaseId,
            Runs.Record(Enumerable.Reverse(events)).Map.Cells[0].CaseId
        );
    }

    [Fact]
    public void Remembers_the_words_of_the_validator()
    {
        var run = Runs.Record([
            Answered(
                Runs.Case("user.birthSex:enum:lower-case"),
                422,
                new Verdict.Passed(),
                """{"detail":[{"loc":["body"],"msg":"m","type":"type_error.enum"},{"type":"other"},{"type":3},4]}"""
            ),
        ]);

        Assert.Equal(["other", "type_error.enum"], run.Map.Cells[0].Words);
    }

    [Fact]
    public void Counts_answers_by_kind_and_status()
    {
        var kinds = Runs.Record([
            Answered("body:example:documented", 200, new Verdict.Passed()),
            Answered("user.birthSex:enum:lower-case", 422, new Verdict.Passed()),
            Answered("user.birthSex:enum:capitalised", 404, Broken),
            Answered("language:enum:extended", 503, Broken),
        ]).Answers.Kinds;

        Assert.Equal(
            ["Accepted 200", "Rejected 422", "Refused 404", "Failed 503"],
            kinds.Select(k => $"{k.Kind} {k.Statuses.Single().Key}")
        );
    }

    [Fact]
    public void Gathers_the_words_of_all_errors_of_a_way()
    {
        var way = Runs.Case("user.birthSex:enum:lower-case");
        List<string> bodies =
        [
            """{"detail":[{"type":"enum"}]}""",
            """{"detail":[{"type" : "enum"},{"type":"assertion"}]}""",
            """{"detail":[{"input":{"type":"call"},"type":"enum"}]}""",
            """{"detail":[{"type":"enum"},{"type":"enum.other"}]}""",
            """{"detail":[{"type":"enum"},{"typ\u0065":"hidden"}]}""",
        ];

        var cell = Assert.Single(
            Runs.Record(bodies.Select(body => Answered(way, 422, new Verdict.Passed(), body))).Map.Cells
        );

        Assert.Equal(["assertion", "enum", "enum.other", "hidden"], cell.Words);
    }

    private static RunEvent Answered(string id, int status, Verdict verdict) =>
        Answered(Runs.Case(id), status, verdict);

    private static RunEvent Answered(TestCase testCase, int status, Verdict verdict, string body = "{}") =>
        Runs.Answered(testCase, status, body, verdict);
}
