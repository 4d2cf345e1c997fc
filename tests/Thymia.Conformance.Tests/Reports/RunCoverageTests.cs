using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Model.Coverage;

namespace Thymia.Conformance.Tests.Reports;

public sealed class RunCoverageTests
{
    [Fact]
    public void Names_every_constraint_though_no_case_was_sent()
    {
        var coverage = Runs.Record([], cancelled: true).Coverage;

        Assert.Contains(coverage.Constraints, c => c.Constraint.Id == "user.birthSex enum");
        Assert.Contains(coverage.Constraints, c => c.Constraint.Id == "header x-api-key security");
        Assert.All(coverage.Constraints, c => Assert.NotEmpty(c.Kinds));
        Assert.Equal(0, coverage.Covered);
    }

    [Fact]
    public void Tells_made_from_sent_and_sent_from_judged()
    {
        var coverage = Runs.OfEveryKind().Coverage;

        Assert.Equal(
            "1 made, 1 sent, 0 passed, 1 failed, 0 tolerated",
            Told(coverage, "user.birthSex enum", "lower-case")
        );
        Assert.Equal(
            "1 made, 1 sent, 0 passed, 0 failed, 1 tolerated",
            Told(coverage, "user.userLabel type", "number")
        );
        Assert.Equal(
            "1 made, 1 sent, 0 passed, 0 failed, 0 tolerated",
            Told(coverage, "user.userLabel type", "boolean")
        );
        Assert.Equal("1 made, 0 sent, 0 passed, 0 failed, 0 tolerated", Told(coverage, "phoneNumber type", "number"));
        Assert.Equal("1 made, 0 sent, 0 passed, 0 failed, 0 tolerated", Told(coverage, "agent type", "text"));
        Assert.Equal("0 made, 0 sent, 0 passed, 0 failed, 0 tolerated", Told(coverage, "agent type", "list-of-pairs"));
    }

    [Fact]
    public void Counts_a_known_deviation_as_judged()
    {
        var known = Runs.Judged("user.birthSex:enum:lower-case", new Verdict.Known("old-clients", "until next year"));

        Assert.Equal(
            "1 made, 1 sent, 0 passed, 1 failed, 0 tolerated",
            Told(Runs.Record([known]).Coverage, "user.birthSex enum", "lower-case")
        );
    }

    [Fact]
    public void Counts_a_constraint_once_each_of_its_kinds_was_judged()
    {
        var all = Runs.Record([]).Coverage.Constraints.Single(c => c.Constraint.Id == "user.birthSex required");
        var cases = all
            .Kinds.Select(k => Runs.Judged($"user.birthSex:required:{k.Kind}", new Verdict.Passed()))
            .ToList();

        Assert.Equal(1, Runs.Record(cases).Coverage.Covered);
        Assert.Equal(0, Runs.Record(cases.Skip(1)).Coverage.Covered);
    }

    private static string Told(RunCoverage coverage, string constraint, string kind)
    {
        var of = coverage.Constraints.Single(c => c.Constraint.Id == constraint).Kinds.Single(k => k.Kind == kind);
        return $"{of.Generated} made, {of.Sent} sent, {of.Passed} passed, {of.Failed} failed, {of.Tolerated} tolerated";
    }
}
