using System.Text;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Generation;

public sealed class ReductionsTests
{
    private readonly CaseGuard _guard = Fixtures.Load(Fixtures.Contract).Guard;

    [Fact]
    public void A_valid_case_reduces_to_what_is_required()
    {
        var whole = Case("body:optional:all");
        Assert.Equal(
            ["agent", "language", "user"],
            Properties(Smallest(whole)).Order());
    }

    [Fact]
    public void A_broken_place_stays_broken_however_small_the_rest()
    {
        var random = Fixtures.Load(Fixtures.Contract, 3).Generators[0].Plan(80)
            .Where(p => p.Id.Contains(":random:", StringComparison.Ordinal));
        foreach (var plan in random)
        {
            var made = plan.Make();
            var smallest = Smallest(made);
            Assert.Null(_guard.Contradiction(smallest));
            Assert.Equal(made.Mutation, smallest.Mutation);
            Assert.True(smallest.Request.Body!.Value.Length <= made.Request.Body!.Value.Length);
        }
    }

    [Fact]
    public void A_condition_of_the_failure_is_kept()
    {
        var whole = Case("body:optional:all");
        var smallest = Smallest(whole, c => Text(c).Contains("webhookUrl", StringComparison.Ordinal));
        Assert.Equal(["agent", "language", "user", "webhookUrl"], Properties(smallest).Order());
    }

    [Fact]
    public void What_is_no_JSON_is_left_as_it_is() =>
        Assert.Empty(new Reductions(_guard.Contradiction).Of(Case("body:json:cut-in-the-middle")));

    [Fact]
    public void A_phone_number_that_is_gone_is_no_longer_carried()
    {
        var whole = Case("body:optional:all");
        Assert.True(whole.Request.CarriesPhoneNumber);
        Assert.False(Smallest(whole).Request.CarriesPhoneNumber);
    }

    private TestCase Smallest(TestCase from, Func<TestCase, bool>? stillFails = null)
    {
        var reductions = new Reductions(_guard.Contradiction);
        while (reductions.Of(from).FirstOrDefault(stillFails ?? (_ => true)) is { } smaller)
        {
            from = smaller;
        }

        return from;
    }

    private static TestCase Case(string idWithoutOperation) => Fixtures.Load(Fixtures.Contract).Generators[0].Enumerated
        .First(p => p.Id == "post-v1-calls:" + idWithoutOperation).Make();

    private static string Text(TestCase testCase) => Encoding.UTF8.GetString(testCase.Request.Body!.Value.Span);

    private static IEnumerable<string> Properties(TestCase testCase) =>
        System.Text.Json.Nodes.JsonNode.Parse(Text(testCase))!.AsObject().Select(p => p.Key);
}
