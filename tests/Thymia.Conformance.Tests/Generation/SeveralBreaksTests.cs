using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Generation;

public sealed class SeveralBreaksTests
{
    private static readonly List<TestCase> Cases =
    [
        .. Fixtures.Cases(Fixtures.Contract).Where(c => c.Keyword == "two-breaks"),
    ];

    [Fact]
    public void Both_breaks_must_be_blamed()
    {
        Assert.InRange(Cases.Count, 20, 60);
        Assert.All(Cases, c =>
        {
            var rejected = Assert.IsType<Expectation.Rejected>(c.Expectation);
            Assert.Equal([c.Mutation!.Location], rejected.Places);
            Assert.Equal([c.Mutation.Further!.Location], rejected.Others);
        });
    }

    [Fact]
    public void Every_required_property_and_every_enum_takes_part()
    {
        var taking = Cases
            .SelectMany(c => new[] { c.Mutation!.Constraint.Id, c.Mutation.Further!.Constraint.Id })
            .ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "language required",
                "agent required",
                "user.userLabel required",
                "user.birthSex enum",
                "language enum",
                "user.dateOfBirth format",
                "webhookUrl format",
                "deleteData type",
            },
            taking
        );
    }

    [Fact]
    public void The_guard_demands_both()
    {
        var guard = Fixtures.Load(Fixtures.Contract).Guard;
        var made = Cases[0];
        Assert.Null(guard.Contradiction(made));
        var firstAlone = made with { Mutation = made.Mutation! with { Further = null } };
        Assert.Contains("alone", guard.Contradiction(firstAlone), StringComparison.Ordinal);
        var forged = made with { Mutation = made.Mutation! with { Further = Cases[^1].Mutation!.Further } };
        Assert.NotNull(guard.Contradiction(forged));
    }

    [Fact]
    public void Three_breaks_must_all_be_blamed()
    {
        var cases = Fixtures.Cases(Fixtures.Contract).Where(c => c.Keyword == "three-breaks").ToList();

        Assert.InRange(cases.Count, 3, 20);
        Assert.All(cases, c =>
        {
            var places = c.Mutation!.WithFurther.Select(m => m.Location).ToList();
            Assert.Equal(3, places.Distinct().Count());
            Assert.Equal(places.Skip(1), Assert.IsType<Expectation.Rejected>(c.Expectation).Others);
        });
    }

    [Theory]
    [InlineData("body", "user, language, agent")]
    [InlineData("user", "user.userLabel, user.dateOfBirth, user.birthSex")]
    public void An_object_lacks_all_that_it_must_have(string place, string missing)
    {
        var made = Fixtures
            .Cases(Fixtures.Contract)
            .Single(c => c.Location.Display == place && c is { Keyword: "required", Kind: "all-absent" });

        Assert.Equal(missing, string.Join(", ", made.Mutation!.WithFurther.Select(m => m.Location.Display)));
    }
}
