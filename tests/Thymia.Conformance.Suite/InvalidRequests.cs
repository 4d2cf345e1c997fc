using Thymia.Conformance.Suite.Cases;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>What the contract forbids: each constraint in each way it can be broken, one test each.</summary>
public sealed class InvalidRequests(ProviderSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.Of(valid: false);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Rejected(string caseId) =>
        CaseDemands.Hold(
            await session.JudgeAsync(SuitePlan.Current.Case(caseId), TestContext.Current.CancellationToken),
            session
        );
}
