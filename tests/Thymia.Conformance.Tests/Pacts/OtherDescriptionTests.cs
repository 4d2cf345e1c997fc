using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>Descriptions of quite other services, answered as each one's own schemas demand.</summary>
public sealed class OtherDescriptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Descriptions =>
        Sweep.Rows(1, "clinic-3.0.yaml", "library-3.1.yaml", "workshop-3.1.yaml");

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task Records_any_description_within_the_limits_of_a_file(string name)
    {
        var description = DescriptionReader.Read(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "descriptions", name)
        );
        var schemas = new SchemaLibrary(description);
        var recorder = new PactRecorder(schemas);
        foreach (var judged in description.Operations.SelectMany(o => Judged(description, schemas, o)))
        {
            recorder.Add(judged);
        }

        var files = await recorder.WriteAsync(_folder.Path, new PactNames("consumer", "provider"), Token);

        Assert.Equal(recorder.Interactions().Count, recorder.Interactions().DistinctBy(i => i.Description).Count());
        Assert.All(files, f => Assert.InRange(f.Interactions, 1, 100));
        Assert.Equal(recorder.Interactions().Count, files.Sum(f => f.Interactions));
        Assert.Contains(recorder.Interactions(), i => i.Status < 300);
        Assert.Contains(recorder.Interactions(), i => i.Status >= 400);
    }

    private static IEnumerable<RunEvent.CaseJudged> Judged(
        ApiDescription description,
        SchemaLibrary schemas,
        Operation operation
    ) =>
        from plan in new CaseGenerator(description, operation, schemas, new Seed(1), null).Enumerated
        let testCase = plan.Make()
        let status = testCase.Expectation switch
        {
            Expectation.Accepted => operation
                .Responses.Where(r => r.Status[0] == '2')
                .Select(r => int.Parse(r.Status, null))
                .FirstOrDefault(200),
            Expectation.Rejected rejected => rejected.Status,
            _ => 0,
        }
        where operation.ResponseFor(status) is not null
        select new RunEvent.CaseJudged(testCase, Answered(testCase, status, schemas), new Verdict.Passed());

    private static Exchange Answered(TestCase testCase, int status, SchemaLibrary schemas)
    {
        var json = testCase.Operation.ResponseFor(status)!.Contents.GetValueOrDefault("application/json");
        JsonNode? body = json is null
            ? null
            : new ValueSource(null).Make(
                schemas.At(json).Root,
                new Recipe { Draw = new Draw(new Seed(1), testCase.Seed) }
            );
        return new Exchange
        {
            Request = testCase.Request,
            Answer = new Answer
            {
                Status = status,
                Headers = json is null ? [] : [new("Content-Type", "application/json")],
                Body = json is null ? default : JsonSerializer.SerializeToUtf8Bytes(body),
            },
            SentAt = DateTimeOffset.UnixEpoch,
            Duration = TimeSpan.Zero,
        };
    }
}
