using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Generation;

public sealed class PackingTests
{
    // There is an edge for each request, and rare ones besides.
    private const string Fullest = "/webhookUrl";

    private static readonly string[] Always = ["enum", "format", "notation"];

    private static readonly HashSet<string> Rare =
    [
        .. Fixtures
            .Load(Fixtures.Contract)
            .Generators.SelectMany(g => g.Packable(_ => true))
            .Where(e => e.Part.IsRare)
            .Select(e => e.Plan.Id),
    ];

    [Fact]
    public void Covers_every_enum_member_format_and_notation_within_twenty_five_calls()
    {
        var plan = PlanOf(25);

        var carried = Carried(plan);
        Assert.InRange(plan.PackedOf(null).Count, 1, 18);
        var usual = Edges(plan).Where(e => !Rare.Contains(e.Id)).ToList();
        Assert.Empty(
            usual
                .Where(e => Always.Contains(e.Keyword) && e.Location.Pointer != Fullest)
                .Select(e => e.Id)
                .Except(carried)
        );
        Assert.InRange(usual.Count(e => !carried.Contains(e.Id)), 0, usual.Count * 5 / 100);
    }

    [Fact]
    public void Covers_nearly_all_that_is_usual_in_a_night_and_what_is_rare_within_seven()
    {
        var carried = new HashSet<string>();
        for (var night = 20260101UL; night < 20260108; night++)
        {
            var plan = PlanOf(25, night);
            var usual = Edges(plan).Where(e => !Rare.Contains(e.Id)).ToList();
            var now = Carried(plan);
            Assert.InRange(usual.Count(e => !now.Contains(e.Id)), 0, usual.Count * 5 / 100);
            Assert.DoesNotContain(usual, e => e.Keyword == "enum" && !now.Contains(e.Id));
            carried.UnionWith(now);
        }

        // A property alone has no room beside the others' edges.
        Assert.Empty(Edges(PlanOf(25)).Where(e => e.Keyword != "optional").Select(e => e.Id).Except(carried));
    }

    [Theory]
    [InlineData(60, 0, 18, 18)]
    [InlineData(10, 8, 18, 8)]
    [InlineData(10, 30, 18, 8)]
    [InlineData(18, 14, 18, 2)]
    [InlineData(18, 1, 18, 1)]
    public void Gives_what_is_rare_the_room_that_is_left_or_a_turn_a_week(int usual, int rare, int count, int rows)
    {
        var edges = Enumerable
            .Range(0, usual + rare)
            .Select(i => Edge($"e{i}", "text", "/label", isRare: i >= usual))
            .ToList();

        var chosen = RowPlanner.Spread(edges, count, new Seed(3)).SelectMany(r => r).ToList();

        Assert.Equal(Math.Min(count, usual + rare), chosen.Count);
        Assert.Equal(rare == 0 ? 0 : rows, chosen.Count(e => e.Part.IsRare));
    }

    [Theory]
    [InlineData("clinic-3.0.yaml")]
    [InlineData("library-3.1.yaml")]
    [InlineData("workshop-3.1.yaml")]
    [InlineData(Fixtures.Contract)]
    public void Makes_requests_that_are_valid_as_a_whole_and_carry_one_edge_a_place(string file)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var plan = PlanOf(25, seed, file);
            foreach (var row in plan.PackedOf(null))
            {
                var testCase = row.Plan.Make();

                Assert.Null(plan.Contradiction(testCase));
                Assert.Equal(row.Edges.Select(e => e.Id), testCase.Carries);
                Assert.Equal(row.Plan.Id, testCase.Id);
                Assert.DoesNotContain(row.Edges.GroupBy(PlaceOf), g => g.Count() > 1);
            }
        }
    }

    [Fact]
    public void Carries_each_edge_once_and_as_it_goes_out_by_itself()
    {
        var plan = PlanOf(25);
        var rows = plan.PackedOf(null);

        Assert.DoesNotContain(rows.SelectMany(r => r.Edges).GroupBy(e => e.Id), g => g.Count() > 1);
        var row = rows.First(r =>
            r.Edges.Any(e => e.Id.Contains("dateOfBirth:format:leap-day", StringComparison.Ordinal))
        );
        Assert.Contains(
            "\"1996-02-29\"",
            System.Text.Encoding.UTF8.GetString(row.Plan.Make().Request.Body!.Value.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_a_request_by_description_seed_and_budget()
    {
        Assert.Equal(Ids(PlanOf(25)), Ids(PlanOf(25)));
        Assert.Empty(Ids(PlanOf(25)).Intersect(Ids(PlanOf(25, seed: 2))));
        Assert.NotEqual(Ids(PlanOf(25)), Ids(PlanOf(12)));
    }

    [Fact]
    public void Turns_what_has_no_room_with_the_seed_until_all_of_it_was_sent()
    {
        var edges = Enumerable.Range(0, 60).Select(i => Edge($"e{i}", "text", "/label")).ToList();
        var seen = new HashSet<string>();
        for (var seed = 11UL; seed < 18; seed++)
        {
            seen.UnionWith(RowPlanner.Spread(edges, 18, new Seed(seed)).SelectMany(r => r).Select(e => e.Plan.Id));
        }

        Assert.Equal(60, seen.Count);
    }

    [Fact]
    public void Sets_no_place_that_another_edge_of_the_request_holds_or_leaves_out()
    {
        var around = Edge("around", "object", "/agent");
        var inside = Edge("inside", "object", "/agent/id");

        Assert.Equal(2, RowPlanner.Spread([around, inside], 2, default).Count);
        Assert.Single(Assert.Single(RowPlanner.Spread([around, Edge("other", "object", "/agent")], 1, default)));
        Assert.Equal(
            2,
            Assert.Single(RowPlanner.Spread([around, Edge("beside", "object", "/agents")], 1, default)).Count
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10_000)]
    public void Packs_nothing_where_every_edge_may_go_out_by_itself(int? calls)
    {
        var plan = RunPlan.Read(
            new ConformanceOptions { MaxAcceptedCalls = calls },
            TestContext.Current.CancellationToken
        );

        Assert.Empty(plan.PackedOf(null));
        Assert.DoesNotContain(plan.Cases, c => c.Id.Contains(":packed:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 4)]
    [InlineData(25, 18)]
    public void Leaves_room_for_what_is_accepted_wrongly_and_for_taking_apart(int calls, int most) =>
        Assert.InRange(PlanOf(calls).PackedOf(null).Count, Math.Min(most, 1), most);

    [Fact]
    public void Keeps_phone_numbers_out_of_requests_that_are_about_something_else()
    {
        var plan = PlanOf(25);
        var requests = plan.PackedOf(null)
            .Select(r => r.Plan)
            .Concat(plan.Draw(200).Where(p => p.Id.Contains(":random:", StringComparison.Ordinal)));

        Assert.All(requests.Select(p => p.Make()).Where(c => c.IsValid), c =>
            Assert.DoesNotContain(
                "phoneNumber",
                System.Text.Encoding.UTF8.GetString((c.Request.Body ?? default).Span),
                StringComparison.Ordinal
            )
        );
    }

    private static RunPlan PlanOf(int calls, ulong seed = 1, string file = Fixtures.Contract) =>
        RunPlan.Read(
            new ConformanceOptions
            {
                BaseUrl = new Uri("https://staging.example.com"),
                Description = Fixtures.PathOf(file),
                MaxAcceptedCalls = calls,
                Random = 0,
                Seed = seed,
            },
            TestContext.Current.CancellationToken
        );

    // What may be sent to another machine, and is no combination of others; the least there is goes out by itself.
    private static IEnumerable<TestCase> Edges(RunPlan plan) =>
        plan.Draw(0)
            .Select(p => p.Make())
            .Where(c => c is { IsValid: true, Tier: Tier.Plausible } && c.Keyword is not ("combination" or "example"))
            .Where(c => !c.Request.Reaches().Any() && c is not { Keyword: "optional", Kind: "none" });

    private static HashSet<string> Carried(RunPlan plan) =>
        [.. plan.PackedOf(null).SelectMany(r => r.Edges).Select(e => e.Id)];

    private static IEnumerable<string> Ids(RunPlan plan) => plan.PackedOf(null).Select(r => r.Plan.Id);

    private static string PlaceOf(CasePlan plan) =>
        plan.Make() is { Keyword: "notation" or "optional" } special ? special.Keyword : plan.Id.Split(':')[1];

    private static PackableEdge Edge(string id, string keyword, string slot, bool isRare = false) =>
        new(
            new CasePlan(id, true, () => throw new InvalidOperationException()),
            keyword,
            new RequestPart(slot) { IsRare = isRare }
        );
}
