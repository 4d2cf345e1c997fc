using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Cases;

namespace Thymia.Conformance.Suite;

/// <summary>Each operation that a fault of the description keeps from being tested is a skipped test.</summary>
[Trait("scope", "description")]
public sealed class LeftOutOperations
{
    public static IEnumerable<TheoryDataRow<string>> Rows => CaseRows.OfLeftOut(Configured.Planned);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Are_skipped_with_their_reason(string operation) => SessionTests.Operation(Configured.Plan, operation);
}
