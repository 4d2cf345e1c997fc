using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Generation;

public sealed class SeedTests
{
    // Written down once: a change of the derivation would change every case of every recorded run.
    [Fact]
    public void Derivation_never_changes()
    {
        Assert.Equal(Expected, new Seed(42).Derive("post-v1-calls:body:example:documented").ToString());
        Assert.Equal(ExpectedByIndex, new Seed(42).Derive(7).ToString());
    }

    [Fact]
    public void Names_and_numbers_give_seeds_of_their_own()
    {
        var seeds = Enumerable
            .Range(0, 1000)
            .SelectMany(i => new[] { new Seed(1).Derive(i), new Seed(1).Derive($"{i}"), new Seed((ulong)i + 2) });
        Assert.Equal(3000, seeds.Distinct().Count());
    }

    private const string Expected = "12006758857231414326";
    private const string ExpectedByIndex = "14769051326987775908";
}
