using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;

namespace Thymia.Conformance.Suite;

/// <summary>What the contract forbids: each constraint in each way it can be broken, one test each.</summary>
public sealed class InvalidRequests(SuiteSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.Of(Configured.Planned, valid: false);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Rejected(string caseId) => SessionTests.CaseAsync(session.Provider, caseId);
}
