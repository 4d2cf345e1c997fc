using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Running;

public sealed class ProviderProbingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_probe_without_an_answer_leaves_it_to_the_next_one_to_show_the_framework()
    {
        var policy = new PolicyChoice(PolicyChoice.Auto);

        var sent = await ChooseAsync(policy, n => n == 0 ? Lost(unreachable: false) : Refusal);

        Assert.Equal("fastapi-pydantic-v2", policy.Name);
        Assert.Equal(3, sent);
    }

    [Fact]
    public async Task Nothing_more_is_sent_where_nobody_is_reached()
    {
        var policy = new PolicyChoice(PolicyChoice.Auto);

        var sent = await ChooseAsync(policy, _ => Lost(unreachable: true));

        Assert.Equal("no framework is recognised: no probe was answered", policy.Reason);
        Assert.Equal(1, sent);
    }

    private static Exchange Refusal =>
        Sample.Answered(
            Sample.LowerCaseSex,
            422,
            Sample.Errors("""["body","user"]""").Replace("value_error", "missing", StringComparison.Ordinal)
        );

    private static Exchange Lost(bool unreachable) =>
        Refusal with
        {
            Answer = null,
            Failure = "timed out",
            TimedOut = !unreachable,
            Unreachable = unreachable,
        };

    private static async Task<int> ChooseAsync(PolicyChoice policy, Func<int, Exchange> answer)
    {
        var sent = 0;
        var probes = new ProviderProbes(Sample.Description.Operations, Sample.Schemas, Sample.Valid.Seed);
        await new ProviderProbing(policy, probes.OfFramework, []).ChooseAsync(
            (_, _) => Task.FromResult(answer(sent++)),
            Token
        );
        return sent;
    }
}
