using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>Whole runs against the reference provider, as a recorder hears of them.</summary>
internal static class RecordedRun
{
    public static PactNames Names { get; } = new("thymia-consumer", "thymia-voice-agent");

    public static ApiDescription Description { get; } = RuleBook.WithRules(DescriptionReader.ShippedContract);

    public static SchemaLibrary Schemas { get; } = new(Description);

    public static PactRecorder Recorder(IPactWriter? writer = null) =>
        new(Schemas, o => DocumentedExamples.For(o, Schemas), writer);

    private static string PolicyFor(ProviderMode mode) =>
        mode switch
        {
            ProviderMode.PydanticV1 => "fastapi-pydantic-v1",
            ProviderMode.PydanticV2 => "fastapi-pydantic-v2",
            _ => "strict",
        };

    /// <summary>Every judged case of a run, in the order in which cases ended.</summary>
    public static async Task<IReadOnlyList<RunEvent.CaseJudged>> JudgedAsync(
        ulong seed,
        int concurrency,
        ProviderMode mode,
        CancellationToken cancellation,
        int random = 0
    )
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Mode = mode },
            cancellation
        );
        var operation = Description.Operations.Single();
        var generator = new CaseGenerator(
            Description,
            operation,
            Schemas,
            new Seed(seed),
            DocumentedExamples.For(operation, Schemas)
        );
        var plans = generator.Plan(random).ToList();
        var run = new ConformanceRun(
            new RunOptions
            {
                Description = Description,
                Seed = new Seed(seed),
                Cases = plans,
                Total = plans.Count,
                Guard = new CaseGuard(Schemas).Contradiction,
                Replay = new ReplayOptions
                {
                    BaseUrl = provider.BaseUrl,
                    ApiKey = ProviderOptions.DemoApiKey,
                    Concurrency = concurrency,
                },
                Judging = new JudgeOptions { Policy = PolicyFor(mode) },
            },
            TimeProvider.System
        );
        var judged = new List<RunEvent.CaseJudged>();
        await foreach (var happened in run.ExecuteAsync(cancellation))
        {
            if (happened is RunEvent.CaseJudged one)
            {
                judged.Add(one);
            }
        }

        return judged;
    }
}
