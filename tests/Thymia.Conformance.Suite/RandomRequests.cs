using System.Globalization;
using Thymia.Conformance.Suite.Cases;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite;

/// <summary>The random tier, as many cases as <c>THYMIA_RANDOM</c> says, in a handful of tests.</summary>
public sealed class RandomRequests(ProviderSession session)
{
    private const int Parts = 5;

    public static IEnumerable<TheoryDataRow<int>> Rows =>
        Enumerable
            .Range(1, Parts)
            .Select(part =>
                new TheoryDataRow<int>(part)
                {
                    TestDisplayName = string.Create(
                        CultureInfo.InvariantCulture,
                        $"random cases · part {part} of {Parts}"
                    ),
                    Label = "",
                }.WithTrait("tier", "random")
            );

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Judged(int part)
    {
        var cases = SuitePlan.Current.Random.Where((_, i) => i % Parts == part - 1).ToList();
        Assert.SkipWhen(cases.Count == 0, "THYMIA_RANDOM asks for fewer random cases");

        CaseDemands.HoldAll(await session.JudgeAsync(cases, TestContext.Current.CancellationToken), session);
    }
}
