using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Judging;

public sealed class CheckCatalogueTests
{
    [Fact]
    public void Documents_every_check()
    {
        Assert.All(CheckCatalogue.All, c => Assert.Matches("^[a-z]+(-[a-z]+)*$", c.Id));
        Assert.All(CheckCatalogue.All, c => Assert.True(c.Documentation.Length > 100, c.Id));
        Assert.Equal(CheckCatalogue.All.Count, CheckCatalogue.All.DistinctBy(c => c.Id).Count());
    }

    [Fact]
    public void Describes_each_check_as_people_read_it() =>
        Snapshot.Match(
            "checks",
            string.Join(
                '\n',
                CheckCatalogue.All.Select(c =>
                    $"""
                        {c.Id} ({c.Severity}): {c.Title}; where not asked: {c.WhenUnasked}
                        silenced by: {string.Join(", ", c.SilencedBy)}
                        {c.Documentation.Replace(". ", ".\n", StringComparison.Ordinal)}

                        """
                )
            )
        );

    [Fact]
    public void Lets_a_check_be_silenced_only_by_one_asked_before_it()
    {
        var asked = new HashSet<string>();
        foreach (var check in CheckCatalogue.All)
        {
            Assert.Subset(asked, check.SilencedBy.ToHashSet());
            asked.Add(check.Id);
        }
    }

    [Fact]
    public void Asks_every_check_that_the_code_has()
    {
        var checks = CheckCatalogue
            .Create(new JudgeOptions(), new PolicyChoice("strict"))
            .Select(c => c.GetType())
            .ToHashSet();
        var classes = typeof(Judge)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(ICheck)) && !t.IsInterface && !t.IsAssignableTo(typeof(RuleCheck)))
            .ToHashSet();

        Assert.Equal(classes, checks);
    }

    [Fact]
    public void Finds_a_check_by_its_id()
    {
        Assert.Equal("echo", CheckCatalogue.Find("echo")?.Id);
        Assert.Null(CheckCatalogue.Find("no-such-check"));
    }
}
