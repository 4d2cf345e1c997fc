using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Tests.Cli;

public sealed class ExplainTests
{
    public static TheoryData<string> Checks => [.. CheckCatalogue.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Has_a_page_for_every_check_with_a_Defect_that_it_finds(string id)
    {
        var check = CheckCatalogue.Find(id)!;
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("explain", id));

        Assert.StartsWith($"{id}  {check.Severity}", line.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(check.Documentation, line.Out, StringComparison.Ordinal);
        Assert.All(check.SilencedBy, s => Assert.Contains(s, line.Out, StringComparison.Ordinal));
        Assert.Contains("   thymia-conformance run --defect ", line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latency", " --accepted-within 2000ms --refused-within 2000ms")]
    [InlineData("error-vocabulary", "types-of-pydantic-v2 --mode pydantic-v1 --policy fastapi-pydantic-v1")]
    public async Task Names_the_settings_without_which_a_check_finds_nothing(string id, string settings)
    {
        using var line = new CommandLine();

        await line.RunAsync("explain", id);

        Assert.EndsWith(settings, line.Out.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_reasoning_of_every_check_on_an_answer()
    {
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync("explain", "post-v1-calls:user.birthSex:enum:lower-case", "--seed", "3", "--send")
        );

        var lines = line.Out.Split('\n');
        Assert.Equal(
            CheckCatalogue.All.Select(c => c.Id),
            lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0])
        );
        Assert.Contains("  latency: does not apply: no budget is set for such answers", lines);
        Assert.Contains("  stable: holds: the same request gets the same class of answer", lines);
        Assert.Contains("  invalid-rejected: holds: an invalid request is rejected as documented", lines);
        Assert.Contains("  valid-accepted: does not apply: the request is not valid", lines);
    }

    [Fact]
    public async Task Sees_what_shows_only_the_second_time()
    {
        using var line = new CommandLine();

        var exit = await line.RunAsync(
            "explain",
            "post-v1-calls:user.birthSex:enum:lower-case",
            "--send",
            "--defect",
            "second-time-accepted"
        );

        Assert.Equal(1, exit);
        Assert.Contains(
            "✗ stable: POST /v1/calls, answer status: found status 422 and then 200",
            line.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Is_told_the_budgets_that_the_run_had()
    {
        var command = ReplayCommand.Of(
            new ConformanceOptions
            {
                AcceptedWithin = TimeSpan.FromSeconds(2),
                RefusedWithin = TimeSpan.FromMilliseconds(500),
                ClockSkew = TimeSpan.FromMinutes(1),
                KeyRefusals = [401, 404],
            },
            embedded: true
        );

        Assert.EndsWith(
            "explain a --seed 1 --accepted-within 2000ms --refused-within 500ms --clock-skew 60000ms "
                + "--refusal-statuses 401,404 --send",
            command.For("a"),
            StringComparison.Ordinal
        );
    }
}
