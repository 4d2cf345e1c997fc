using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Generation.Parameters;

public sealed class RequiredParametersTests
{
    [Theory]
    [InlineData("explode: false, schema: {type: array, items: {type: string}}")]
    [InlineData("schema: {type: array, items: {type: string, enum: [a, b]}}")]
    [InlineData("schema: {type: object, properties: {n: {type: string}, age: {type: number}}}")]
    [InlineData("style: deepObject, schema: {type: object, properties: {n: {type: string}}}")]
    [InlineData("schema: {oneOf: [{minimum: 0, maximum: 10}, {minimum: 100, maximum: 100}]}")]
    public void A_value_is_found_that_leaves_a_trace(string stated)
    {
        using var folder = new TemporaryFolder();
        var plan = RunPlan.Read(
            new ConformanceOptions
            {
                Description = folder.Write(
                    "api.yaml",
                    $"""
                    openapi: 3.1.0
                    info: {"{"}title: T, version: '1'{"}"}
                    paths:
                      /a:
                        get:
                          parameters: [{"{"}name: q, in: query, required: true, {stated}{"}"}]
                          responses: {"{"}'200': {"{"}description: ok{"}"}{"}"}
                    """
                ),
                Rules = "none",
            },
            TestContext.Current.CancellationToken
        );

        Assert.Empty(plan.LeftOut);
        Assert.All(plan.Cases.Where(c => c.IsValid).Select(c => c.Make()), c => Assert.Null(plan.Contradiction(c)));
        Assert.Contains(plan.Cases.Where(c => c.IsValid), c =>
            c.Make().Request.Target.Contains('?', StringComparison.Ordinal)
        );
    }
}
