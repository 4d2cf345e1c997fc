using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>What becomes in <c>dotnet test</c> of operations that cannot be tested.</summary>
public sealed class LeftOutOperationTests
{
    [Fact]
    public async Task Each_operation_that_is_left_out_is_a_skipped_test_with_its_reason()
    {
        using var folder = new Configuration.TemporaryFolder();
        var contract = await File.ReadAllTextAsync(
            DescriptionReader.ShippedContract,
            TestContext.Current.CancellationToken
        );
        const string Faulty = "paths:\n  /broken/{id}: {get: {responses: {'200': {description: ok}}}}\n";
        var suite = new SuiteProcess(folder.Path)
        {
            Settings =
            {
                ["THYMIA_DESCRIPTION"] = folder.Write(
                    "contract.yaml",
                    contract.Replace("paths:\n", Faulty, StringComparison.Ordinal)
                ),
            },
        };

        var outcome = await suite.RunAsync("scope=description", TestContext.Current.CancellationToken);

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Contains(
            "{id}",
            outcome.Tests("NotExecuted")["GET /broken/{id} · can be tested"],
            StringComparison.Ordinal
        );
    }
}
