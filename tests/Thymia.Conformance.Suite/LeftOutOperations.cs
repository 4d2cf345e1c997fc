using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>Each operation that a fault of the description keeps from being tested is a skipped test.</summary>
[Trait("scope", "description")]
public sealed class LeftOutOperations
{
    private const string None = "none";

    // A theory without a row would fail.
    public static IEnumerable<TheoryDataRow<string>> Rows =>
        SuitePlan.Unusable is null && SuitePlan.Current.Run.LeftOut is { Count: > 0 } leftOut
            ? leftOut.Select(o => new TheoryDataRow<string>(o.Name)
            {
                TestDisplayName = $"{o.Name} · can be tested",
                Label = "",
            })
            :
            [
                new TheoryDataRow<string>(None)
                {
                    TestDisplayName = "every operation of the description can be tested",
                    Label = "",
                },
            ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Are_skipped_with_their_reason(string operation)
    {
        var leftOut = SuitePlan.Current.Run.LeftOut.FirstOrDefault(o => o.Name == operation);

        Assert.SkipWhen(leftOut is not null, leftOut?.Fault.Message ?? None);
        Assert.Empty(SuitePlan.Current.Run.LeftOut);
    }
}
