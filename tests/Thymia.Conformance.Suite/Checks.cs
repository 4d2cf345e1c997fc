using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;

namespace Thymia.Conformance.Suite;

/// <summary>What is asked of the answers to all cases: each check, one test each.</summary>
public sealed class Checks(SuiteSession session)
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.OfChecks(Configured.Planned);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Holds(string check) => SessionTests.CheckAsync(session.Provider, check);
}
