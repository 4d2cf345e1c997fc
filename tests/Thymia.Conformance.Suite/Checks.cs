using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Suite.Cases;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>What is asked of the answers to all cases: each check, one test each.</summary>
public sealed class Checks(ProviderSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows =>
        All.Select(c =>
            new TheoryDataRow<string>(c.Id) { TestDisplayName = $"all cases · {c.Id} · {c.Title}", Label = "" }
                .WithTrait("check", c.Id)
                .WithTrait("scope", "check")
        );

    // Those of the API under test, whose rules are its own.
    private static IReadOnlyList<CheckDescription> All =>
        SuitePlan.Unusable is null ? SuitePlan.Current.Run.Checks : CheckCatalogue.All;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Holds(string check) =>
        CaseDemands.HoldCheck(
            All.First(c => c.Id == check),
            await session.JudgeAsync(
                SuitePlan.Current.Enumerated.Concat(SuitePlan.Current.Random),
                TestContext.Current.CancellationToken
            ),
            session
        );
}
