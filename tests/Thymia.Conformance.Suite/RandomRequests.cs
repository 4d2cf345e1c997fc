using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;

namespace Thymia.Conformance.Suite;

/// <summary>The random tier, as many cases as <c>THYMIA_RANDOM</c> says, in a handful of tests.</summary>
public sealed class RandomRequests(SuiteSession session)
{
    public static IEnumerable<TheoryDataRow<int>> Rows => CaseRows.OfRandom;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Judged(int part) => SessionTests.RandomAsync(session.Provider, part);
}
