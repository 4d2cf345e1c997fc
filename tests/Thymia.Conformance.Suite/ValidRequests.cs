using Thymia.Conformance.Suite.Cases;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>What the contract allows: each edge of each constraint, one test each.</summary>
public sealed class ValidRequests(ProviderSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.Of(valid: true);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Accepted(string caseId) =>
        CaseDemands.Hold(
            await session.JudgeAsync(SuitePlan.Current.Case(caseId), TestContext.Current.CancellationToken),
            session
        );
}
