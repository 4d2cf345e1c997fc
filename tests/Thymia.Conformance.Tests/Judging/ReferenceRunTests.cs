using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Replay;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Judging;

public sealed class ReferenceRunTests
{
    public static TheoryData<ProviderMode, string, string> Policies =>
        Sweep.Rows(
            2,
            (ProviderMode.PydanticV1, "auto", "fastapi-pydantic-v1"),
            (ProviderMode.PydanticV2, "auto", "fastapi-pydantic-v2"),
            (ProviderMode.Strict, "strict", "strict"),
            (ProviderMode.PydanticV1, "fastapi-pydantic-v1", "fastapi-pydantic-v1"),
            (ProviderMode.PydanticV2, "fastapi-pydantic-v2", "fastapi-pydantic-v2")
        );

    public static TheoryData<string, string> Defects =>
        Sweep.Rows(
            1,
            ("user-takes-null", "invalid-rejected"),
            ("detail-is-text", "error-structure"),
            ("id-by-content", "id-unique"),
            ("birth-sex-takes-null", "invalid-rejected")
        );

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Finds_nothing_where_the_policy_is_for_the_mode(ProviderMode mode, string policy, string chosen)
    {
        var events = await RunAsync(new ProviderOptions { Mode = mode }, policy);

        Assert.Empty(Findings(events).Select(f => $"{f.CaseId} {f.Sentence}"));
        Assert.Equal(chosen, events.OfType<RunEvent.PolicyChosen>().Single().Policy);
        Assert.Equal(0, events.OfType<RunEvent.RunFinished>().Single().Totals.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task Finds_a_defect_by_the_check_that_is_meant_to(string defect, string check)
    {
        var findings = Findings(await RunAsync(new ProviderOptions { Defects = [defect] }, "strict"));

        Assert.Equal([check], findings.Select(f => f.Check).Distinct());
    }

    [Fact]
    public async Task An_upgrade_of_the_validator_is_one_finding_however_many_errors_changed()
    {
        var provider = new ProviderOptions { Mode = ProviderMode.PydanticV1, Defects = ["types-of-pydantic-v2"] };

        var events = await RunAsync(provider, "fastapi-pydantic-v1");

        var finding = Assert.Single(Findings(events));
        Assert.Equal(("error-vocabulary", "answer body at /detail/*/type"), (finding.Check, finding.Location));
        Assert.EndsWith("a word of fastapi-pydantic-v2", finding.Found, StringComparison.Ordinal);
        Assert.True(events.OfType<RunEvent.CaseJudged>().Count(j => j.Exchange?.Answer?.Status == 422) > 200);
    }

    [Fact]
    public async Task A_policy_hides_no_defect_in_an_enum()
    {
        var provider = new ProviderOptions { Mode = ProviderMode.PydanticV1, Defects = ["birth-sex-takes-null"] };

        Assert.NotEmpty(Findings(await RunAsync(provider, "fastapi-pydantic-v1")));
    }

    private static List<Finding> Findings(IEnumerable<RunEvent> events) =>
        [
            .. events
                .OfType<RunEvent.CaseJudged>()
                .Select(j => j.Verdict)
                .OfType<Verdict.Failed>()
                .SelectMany(f => f.Findings),
        ];

    private static async Task<List<RunEvent>> RunAsync(ProviderOptions providerOptions, string policy)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var provider = await ReferenceProvider.StartAsync(providerOptions, cancellation);
        var seed = new Seed(7);
        var plans = new CaseGenerator(
            Sample.Description,
            Sample.Operation,
            Sample.Schemas,
            seed,
            JsonNode.Parse(Sample.Payload)
        )
            .Plan(50)
            .ToList();
        var options = new RunOptions
        {
            Description = Sample.Description,
            Seed = seed,
            Cases = plans,
            Total = plans.Count,
            Guard = new CaseGuard(Sample.Schemas).Contradiction,
            Replay = RawServer.Patient(provider.BaseUrl) with { ApiKey = ProviderOptions.DemoApiKey },
            Judging = Sample.Judging with { ApiKey = ProviderOptions.DemoApiKey, Policy = policy },
            FrameworkProbes = () =>
                new ProviderProbes(Sample.Description.Operations, Sample.Schemas, seed).OfFramework(),
        };
        var events = new List<RunEvent>();
        await foreach (var happened in new ConformanceRun(options, new HeldTime()).ExecuteAsync(cancellation))
        {
            events.Add(happened);
        }

        return events;
    }
}
