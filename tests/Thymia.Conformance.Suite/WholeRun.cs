using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Suite;

/// <summary>What holds of all cases together.</summary>
[Trait("scope", "run")]
public sealed class WholeRun(SuiteSession suite)
{
    private static SuitePlan Plan => Configured.Plan;

    private readonly ProviderSession _session = suite.Provider;

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
        var first = await _session.JudgeAsync(
            Plan.Enumerated.Concat(Plan.Random).First(),
            TestContext.Current.CancellationToken
        );

        if (first is RunEvent.CaseJudged { Verdict: Verdict.Inconclusive or Verdict.Skipped })
        {
            CaseDemands.Hold(first, _session);
        }
    }

    [Fact]
    public async Task No_known_deviation_is_gone_where_strictness_asks_for_it()
    {
        await _session.JudgeAsync(Plan.Enumerated.Concat(Plan.Random), TestContext.Current.CancellationToken);

        var gone = _session.Deviations.Where(d => d.State == DeviationState.Fixed);
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
        await _session.JudgeAsync(Plan.Enumerated, token);
        Assert.True(_session.GivenUp is null, $"No pact without a provider: {_session.GivenUp}.");

        await _session.Reports.WriteContractAsync(token);
        var files = suite.Pacts!.Files;
        Assert.True(files.Count > 0, "No case passed, so there is nothing to record.");
        Assert.SkipUnless(_session.BaseUrl.IsLoopback, "a remote provider would have to take every call a second time");
        Assert.SkipWhen(
            Plan.Options.BaseUrl is not null && _session.Run.CreatesThings,
            "what the verifier would have the provider create would stay there"
        );
        var verified = await PactSession.VerifyAsync(Plan, files, _session.Run, token);

        Assert.Empty(verified.Interactions.Where(i => !i.Passed).Select(i => i.Sentence));
        Assert.Equal(files.Sum(f => f.Interactions), verified.Interactions.Count);
    }
}
