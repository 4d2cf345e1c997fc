using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Library;

public sealed class ConformanceSuiteTests
{
    private static readonly string Contract = DescriptionReader.ShippedContract;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_that_a_provider_honours_its_description()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var result = await Suite(provider).RunAsync(Token);

        Assert.True(result.IsHonoured, result.Summary);
        Assert.Empty(result.Findings);
        Assert.True(result.Created > 100);
        Assert.Equal(result.Cases.Count, result.Cases.Count(c => c.Outcome == CaseOutcome.Passed));
        Assert.StartsWith("The description is honoured: ", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_a_provider_breaks_with_check_place_and_case()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = ["birth-sex-enum-unchecked"] },
            Token
        );

        var result = await Suite(provider).RunAsync(Token);

        Assert.False(result.IsHonoured);
        var finding = Assert.Single(
            result.Findings.Where(f => f.Check == "invalid-rejected").DistinctBy(f => f.Location)
        );
        Assert.Equal("request body at /user/birthSex", finding.Location);
        Assert.Contains(finding.Sentence, result.Summary, StringComparison.Ordinal);
        Assert.Contains(result.Cases, c => c.Id == finding.CaseId && c.Outcome == CaseOutcome.Failed);
    }

    [Fact]
    public async Task Gives_the_same_cases_for_the_same_seed()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);
        var suite = Suite(provider).With("--random", "5");

        var first = await suite.With("seed", "7").RunAsync(Token);
        var second = await suite.With("--seed", "7").RunAsync(Token);

        Assert.Equal(Ids(first), Ids(second));
    }

    [Fact]
    public async Task Says_why_a_run_ended_early()
    {
        // Nobody listens on port 1.
        var result = await ConformanceSuite.For(Contract, new Uri("http://127.0.0.1:1")).RunAsync(Token);

        Assert.False(result.IsHonoured);
        Assert.Contains("refused", result.GivenUp, StringComparison.Ordinal);
        Assert.Contains("The run ended early: ", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_what_it_could_not_test()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);
        var file = Path.Combine(AppContext.BaseDirectory, $"left-out-{Guid.CreateVersion7():N}.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            openapi: 3.1.0
            info: { title: Two, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: fine } } } }
              /bad:
                get:
                  parameters: [{ name: q, in: query, schema: { type: nonsense } }]
                  responses: { '200': { description: fine } }
            """,
            Token
        );

        var result = await ConformanceSuite.For(file, provider.BaseUrl).RunAsync(Token);
        File.Delete(file);

        Assert.Contains(result.NotTested, s => s.StartsWith("GET /bad is not tested: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_a_setting_that_does_not_exist()
    {
        var problem = Assert.Throws<UnusableInputException>(() =>
            ConformanceSuite.For(Contract, new Uri("http://127.0.0.1:1")).With("--randon", "5")
        );

        Assert.Equal("--randon", problem.Location);
    }

    [Fact]
    public async Task Refuses_a_value_that_is_not_allowed_before_anything_is_sent()
    {
        var suite = ConformanceSuite.For(Contract, new Uri("http://127.0.0.1:1")).With("--seed", "many");

        var problem = await Assert.ThrowsAsync<UnusableInputException>(() => suite.RunAsync(Token));

        Assert.Equal("Seed", problem.Location);
    }

    [Fact]
    public async Task Shows_the_key_nowhere()
    {
        const string Key = "key-of-a-test-8f31c2a97d";
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { ApiKey = Key, Defects = ["birth-sex-enum-unchecked"] },
            Token
        );

        var result = await ConformanceSuite.For(Contract, provider.BaseUrl).With("ApiKey", Key).RunAsync(Token);

        Assert.NotEmpty(result.Findings);
        var texts = result.Cases.Select(c => c.ToString()).Concat(result.Findings.Select(f => f.ToString()));
        Assert.DoesNotContain(texts.Append(result.Summary).Append($"{result}"), t =>
            t.Contains(Key, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var suite = ConformanceSuite.For(Contract, () => new Echo(_ => stop.Cancel()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => suite.RunAsync(stop.Token));
    }

    [Fact]
    public async Task Sends_within_the_process_without_a_port_and_within_its_budget()
    {
        var sent = 0;
        var suite = ConformanceSuite
            .For(Contract, () => new Echo(r => Interlocked.Add(ref sent, r.Method == HttpMethod.Post ? 1 : 0)))
            .With("--max-accepted-calls", "3");

        var result = await suite.RunAsync(Token);

        // Each may have created something, as nobody says that it has not.
        Assert.True(sent > 0);
        Assert.InRange(result.Created, 1, 3);
        Assert.Contains(result.Cases, c => c.Outcome == CaseOutcome.Skipped);
    }

    [Fact]
    public async Task Gives_a_handler_within_the_process_addresses_that_it_can_take_apart()
    {
        var paths = new List<string>();
        var suite = ConformanceSuite.For(Contract, () => new Echo(r =>
            {
                lock (paths)
                {
                    paths.Add(r.RequestUri!.GetComponents(UriComponents.Path, UriFormat.UriEscaped));
                }
            }));

        await suite.With("--max-accepted-calls", "1").RunAsync(Token);

        Assert.Contains("v1/calls", paths);
    }

    private static ConformanceSuite Suite(ReferenceProvider provider) =>
        ConformanceSuite.For(Contract, provider.BaseUrl).With("ApiKey", ProviderOptions.DemoApiKey);

    private static IEnumerable<string> Ids(ConformanceResult result) =>
        result.Cases.Select(c => c.Id).Order(StringComparer.Ordinal);

    /// <summary>Answers whatever it gets with 200 and an empty object.</summary>
    private sealed class Echo(Action<HttpRequestMessage> seen) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            seen(request);
            return Task.FromResult(
                new HttpResponseMessage { Content = new StringContent("{}", null, "application/json") }
            );
        }
    }
}
