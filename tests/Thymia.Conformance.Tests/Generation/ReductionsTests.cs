using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Generation;

public sealed class ReductionsTests
{
    private readonly CaseGuard _guard = Fixtures.Load(Fixtures.Contract).Guard;

    [Fact]
    public void A_valid_case_reduces_to_what_is_required()
    {
        var whole = Case("body:optional:all");
        Assert.Equal(["agent", "language", "user"], Properties(Smallest(whole)).Order());
    }

    [Fact]
    public void A_broken_place_stays_broken_however_small_the_rest()
    {
        var random = Fixtures
            .Load(Fixtures.Contract, 3)
            .Generators[0]
            .Plan(80)
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
        Assert.True(whole.Request.CarriesPhoneNumber());
        Assert.False(Smallest(whole).Request.CarriesPhoneNumber());
    }

    [Theory]
    [InlineData("""{"a":[1,22,333],"b":{"c":"long text","d":null},"e":0}""", null, "/b,/b/c,/a,/b/d,/a/2,/a/1,/a/0,/e")]
    [InlineData("""{"a":[1,22,333],"b":{"c":"long text","d":null},"e":0}""", "/b/c", "/a,/b/d,/a/2,/a/1,/a/0,/e")]
    [InlineData("""{"a":[1,22,333],"b":{"c":1}}""", "/a/1", "/b,/b/c")]
    [InlineData("""{"a":[1,{"x":22},333],"ab":{"1":1}}""", "/a/1/x", "/ab,/ab/1")]
    [InlineData("""{"a":{"b":1,"c":2}}""", "/a/b", "/a/c")]
    public void The_largest_savings_come_first_and_the_broken_place_stays(string body, string? broken, string expected)
    {
        var whole =
            Case("language:enum:outsider") is var made && broken is null
                ? made with
                {
                    Mutation = null,
                }
                : made with
                {
                    Mutation = made.Mutation! with { Location = Location.At(broken) },
                };
        whole = whole with { Request = whole.Request with { Body = Encoding.UTF8.GetBytes(body) } };
        var before = Places(body);
        var lost = new Reductions(_ => null).Of(whole).Select(c => Lost(before, Text(c)));
        Assert.Equal(expected.Split(','), lost);
    }

    // Of an array's last place at the latest: taking an item away shortens it.
    private static string Lost(Dictionary<string, string> before, string after)
    {
        var now = Places(after);
        var gone = before.Keys.Where(p => !now.ContainsKey(p)).Order(StringComparer.Ordinal).First();
        var parent = gone[..gone.LastIndexOf('/')];
        return before[parent].StartsWith('[')
            ? before
                .Keys.Where(p =>
                    p.StartsWith(parent + "/", StringComparison.Ordinal) && p.LastIndexOf('/') == parent.Length
                )
                .First(p => now.GetValueOrDefault(p) != before[p])
            : gone;
    }

    private static Dictionary<string, string> Places(string json)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Visit(JsonNode.Parse(json), "");
        return found;

        void Visit(JsonNode? node, string at)
        {
            found[at] = node?.ToJsonString() ?? "null";
            var below = node switch
            {
                JsonObject map => map.Select(p => (p.Key, p.Value)),
                JsonArray list => list.Select((item, i) => ($"{i}", item)),
                _ => [],
            };
            below.ToList().ForEach(b => Visit(b.Item2, $"{at}/{b.Item1}"));
        }
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

    private static TestCase Case(string idWithoutOperation) =>
        Fixtures
            .Load(Fixtures.Contract)
            .Generators[0]
            .Enumerated.First(p => p.Id == "post-v1-calls:" + idWithoutOperation)
            .Make();

    private static string Text(TestCase testCase) => Encoding.UTF8.GetString(testCase.Request.Body!.Value.Span);

    private static IEnumerable<string> Properties(TestCase testCase) =>
        JsonNode.Parse(Text(testCase))!.AsObject().Select(p => p.Key);
}
