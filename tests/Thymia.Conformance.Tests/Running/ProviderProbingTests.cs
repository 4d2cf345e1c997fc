using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Schemas;

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

    [Theory]
    [InlineData("{name: n, in: query, schema: {type: integer}}", "/things?n=not-a-number")]
    [InlineData("{name: n, in: query, schema: {type: boolean}}", "/things?n=not-a-number")]
    [InlineData("{name: n, in: query, schema: {type: string, enum: [a]}}", "/things?n=not-a-number")]
    [InlineData("{name: n, in: query, required: true, schema: {type: string}}", "/things")]
    [InlineData("{name: n, in: header, required: true, schema: {type: string}}", "/things")]
    [InlineData("{name: n, in: query, schema: {type: string}}", null)]
    public void An_operation_without_a_body_is_asked_by_a_parameter(string parameter, string? target)
    {
        var api = Described.Read(
            "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /things:\n    get:\n"
                + $"      parameters: [{parameter}]\n      responses: {{'200': {{description: ok}}}}\n"
        );

        var probes = new ProviderProbes(api.Operations, new SchemaLibrary(api), new Seed(1)).OfFramework();

        Assert.Equal(target is null ? [] : [target], probes.Select(p => p.Request.Target));
        Assert.All(probes, p => Assert.DoesNotContain(p.Request.Headers, h => h.Key == "n"));
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
