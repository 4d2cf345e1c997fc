using System.Diagnostics;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit.Cases;

/// <summary>What a test of each kind does, whatever class it stands in.</summary>
[StackTraceHidden]
internal static class SessionTests
{
    /// <summary>One case that every run has.</summary>
    public static async Task CaseAsync(ProviderSession session, string id) =>
        CaseDemands.Hold(
            await session.JudgeAsync(session.Plan.Case(id), TestContext.Current.CancellationToken),
            session
        );

    /// <summary>A part of the random cases.</summary>
    /// <param name="part">From 1 on.</param>
    public static async Task RandomAsync(ProviderSession session, int part)
    {
        var cases = session.Plan.Random.Where((_, i) => i % CaseRows.RandomParts == part - 1).ToList();
        Assert.SkipWhen(cases.Count == 0, "THYMIA_RANDOM asks for fewer random cases");

        CaseDemands.HoldAll(await session.JudgeAsync(cases, TestContext.Current.CancellationToken), session);
    }

    /// <summary>One check over all cases.</summary>
    public static async Task CheckAsync(ProviderSession session, string check) =>
        CaseDemands.HoldCheck(
            session.Plan.Run.Checks.First(c => c.Id == check),
            await session.JudgeAsync(
                session.Plan.Enumerated.Concat(session.Plan.Random),
                TestContext.Current.CancellationToken
            ),
            session
        );

    /// <summary>An operation that cannot be tested is skipped with its reason.</summary>
    public static void Operation(SuitePlan plan, string operation)
    {
        var leftOut = plan.Run.LeftOut.FirstOrDefault(o => o.Name == operation);

        Assert.SkipWhen(leftOut is not null, leftOut?.Fault.Message ?? operation);
        Assert.Empty(plan.Run.LeftOut);
    }
}
