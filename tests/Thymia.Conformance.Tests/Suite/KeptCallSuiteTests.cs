namespace Thymia.Conformance.Tests.Suite;

/// <summary>What <c>dotnet test</c> makes of an API whose calls belong together, and whose rules are its own.</summary>
public sealed class KeptCallSuiteTests
{
    [Fact(Explicit = true)]
    public async Task Creates_reads_changes_and_deletes_at_the_embedded_provider_and_records_pacts_that_hold()
    {
        using var folder = new Configuration.TemporaryFolder();
        var suite = new SuiteProcess(folder.Path)
        {
            Settings =
            {
                ["THYMIA_DESCRIPTION"] = Path.Combine(Repository.Root, "fixtures/descriptions/thymia-calls-3.1.yaml"),
            },
        };

        var outcome = await suite.RunByDotnetAsync(null, TestContext.Current.CancellationToken);

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Contains("all cases · gone-after-delete · what was deleted is there no more", outcome.Tests("Passed"));
        Assert.Contains("The pacts recorded are confirmed by the verifier of Pact", outcome.Tests("Passed"));
        Assert.DoesNotContain(outcome.Tests("Passed").Keys.Concat(outcome.Tests("NotExecuted").Keys), t =>
            t.Contains("activity-link", StringComparison.Ordinal)
        );
    }
}
