using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Suite.Cases;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>What holds of all cases together.</summary>
[Trait("scope", "run")]
public sealed class WholeRun(ProviderSession session)
{
    private static SuitePlan Plan => SuitePlan.Current;

    [Fact]
    public void No_case_contradicts_itself()
    {
        var contradictions = Plan
            .Run.Cases.Select(c => c.Make())
            .Select(c => (c.Id, Contradiction: Plan.Run.Contradiction(c)))
            .Where(c => c.Contradiction is not null)
            .Select(c => $"{c.Id} is {c.Contradiction}");

        Assert.Empty(contradictions);
    }

    [Fact]
    public void Every_test_has_a_name_of_its_own()
    {
        var names = Plan.Enumerated.Select(c => CaseRows.NameOf(c.Make())).ToList();

        Assert.Empty(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task The_provider_can_be_reached()
    {
        var first = await session.JudgeAsync(
            Plan.Enumerated.Concat(Plan.Random).First(),
            TestContext.Current.CancellationToken
        );

        if (first is RunEvent.CaseJudged { Verdict: Verdict.Inconclusive or Verdict.Skipped })
        {
            CaseDemands.Hold(first, session);
        }
    }

    [Fact]
    public async Task No_known_deviation_is_gone_where_strictness_asks_for_it()
    {
        await session.JudgeAsync(Plan.Enumerated.Concat(Plan.Random), TestContext.Current.CancellationToken);

        var gone = session.Deviations.Where(d => d.State == DeviationState.Fixed);
        Assert.Empty(
            Plan.Options.StrictDeviations
                ? gone.Select(d => $"{DeviationText.Subject(d)}: {DeviationText.Remark(d)}")
                : []
        );
    }

    [Fact]
    public async Task The_pacts_recorded_are_confirmed_by_the_verifier_of_Pact()
    {
        Assert.SkipWhen(Plan.Run.IsPart, "a part of the cases would replace the contract that all of them record");
        var token = TestContext.Current.CancellationToken;
        await session.JudgeAsync(Plan.Enumerated, token);
        Assert.True(session.GivenUp is null, $"No pact without a provider: {session.GivenUp}.");

        var files = await session.Reports.WriteContractAsync(token);
        Assert.True(files.Count > 0, "No case passed, so there is nothing to record.");
        Assert.SkipUnless(session.BaseUrl.IsLoopback, "a remote provider would have to take every call a second time");
        Assert.SkipWhen(
            Plan.Options.BaseUrl is not null && session.Run.CreatesThings,
            "what the verifier would have the provider create would stay there"
        );
        var verified = await PactSession.VerifyAsync(Plan, files, session.Run, token);

        Assert.Empty(verified.Interactions.Where(i => !i.Passed).Select(i => i.Sentence));
        Assert.Equal(files.Sum(f => f.Interactions), verified.Interactions.Count);
    }
}
