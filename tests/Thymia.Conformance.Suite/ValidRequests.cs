using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;

namespace Thymia.Conformance.Suite;

/// <summary>What the contract allows: each edge of each constraint, one test each.</summary>
public sealed class ValidRequests(SuiteSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.Of(Configured.Planned, valid: true);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Accepted(string caseId) => SessionTests.CaseAsync(session.Provider, caseId);
}
