using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>What a file of values makes of the requests, and what is said of one that cannot be used.</summary>
public sealed class ValueBookTests : IDisposable
{
    private const string Api = """
        openapi: 3.1.0
        info: {title: shelter, version: '1'}
        paths:
          /pets/{petId}:
            parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
            get: {responses: {'200': {description: ok}, '404': {description: none}}}
            delete: {responses: {'204': {description: gone}, '404': {description: none}}}
          /visits:
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [petId]
                      properties: {petId: {type: integer}, owner: {type: object, properties: {id: {type: string}}}}
              responses: {'201': {description: ok}, '422': {description: bad}}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Takes_a_value_that_exists_for_every_request_that_is_not_about_it()
    {
        var plan = Plan("values: [{parameter: petId, value: 4711}]");

        var reads = plan.Cases.Select(c => c.Make()).Where(c => c.Operation.Method == "GET" && c.IsRandom).ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, c => Assert.Equal("/pets/4711", c.Request.Target));
        Assert.All(plan.Cases, c => Assert.Null(plan.Contradiction(c.Make())));
    }

    [Fact]
    public void Takes_each_of_several_values()
    {
        var plan = Plan("values: [{parameter: petId, values: [1, 2, 3]}]");

        var taken = plan.Cases.Select(c => c.Make()).Where(c => c.Operation.Method == "GET" && c.IsRandom);
        Assert.Equal(["/pets/1", "/pets/2", "/pets/3"], taken.Select(c => c.Request.Target).Distinct().Order());
    }

    [Fact]
    public void Takes_a_value_of_the_environment()
    {
        var plan = Plan("values: [{parameter: petId, from: A_PET}]", ("A_PET", "99"));

        Assert.Contains(plan.Cases, c => c.Make().Request is { Method: "GET", Target: "/pets/99" });
    }

    [Fact]
    public void Puts_a_value_into_a_place_of_bodies()
    {
        var plan = Plan(
            """
            values:
              - {at: /petId, operation: POST /visits, value: 4711}
              - {at: /owner/id, operation: POST /visits, value: o-1}
            """
        );

        var bodies = plan
            .Cases.Where(c => c.IsValid && c.Id.Contains("random", StringComparison.Ordinal))
            .Select(c => c.Make().Request.Body)
            .Where(b => b is not null)
            .Select(b => Encoding.UTF8.GetString(b!.Value.Span))
            .ToList();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, b => Assert.Contains("\"petId\":4711", b, StringComparison.Ordinal));
        Assert.Contains(bodies, b => b.Contains("\"id\":\"o-1\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Lets_only_what_is_expendable_be_deleted_on_another_machine()
    {
        var gate = new SendingGate(
            Plan("values: [{parameter: petId, value: 7, expendable: true}, {parameter: petId, value: 8}]")
                .For(new Uri("https://shelter.example"), null)
                .Replay
        );

        Assert.Null(gate.ReasonToWithhold(Deletion("petId", "7")));
        Assert.NotNull(gate.ReasonToWithhold(Deletion("petId", "8")));
        Assert.NotNull(gate.ReasonToWithhold(Deletion("visitId", "7")));
    }

    [Fact]
    public void Finds_the_file_beside_the_description_and_none_where_none_is_wanted()
    {
        var api = _folder.Write("api.yaml", Api);
        _folder.Write("api.values.yaml", "values: [{parameter: petId, value: 4711}]");

        Assert.Contains(Read(new ConformanceOptions { Description = api }).Cases, Asks);
        Assert.DoesNotContain(Read(new ConformanceOptions { Description = api, Values = "none" }).Cases, Asks);

        static bool Asks(CasePlan plan) => plan.Make().Request.Target == "/pets/4711";
    }

    [Theory]
    [InlineData("values: [{parameter: catId, value: 1}]", "the description has no catId", 1)]
    [InlineData("values:\n- {parameter: petId, value: 1, operation: GET /cats}", "has no petId at GET /cats", 2)]
    [InlineData("values: [{parameter: petId, value: seven}]", "the value of petId is against the schema", 1)]
    [InlineData("values: [{at: /petId, operation: POST /visits, value: x}]", "the value of /petId is against", 1)]
    [InlineData("values: [{parameter: petId, from: NO_SUCH}]", "the environment variable NO_SUCH is not set", 1)]
    [InlineData("values: [{parameter: petId}]", "expected", 1)]
    [InlineData("values: [{parameter: petId, at: /x, value: 1}]", "expected", 1)]
    [InlineData("relations: [{parameter: petId, producer: POST /cats}]", "the description has no POST /cats", 1)]
    [InlineData("relations: [{parameter: catId, producer: none}]", "the description has no catId", 1)]
    [InlineData("- 1", "expected", 1)]
    public void Refuses_a_file_that_says_nothing_of_this_api_with_its_line(string text, string problem, int line)
    {
        var refusal = Assert.Throws<UnusableInputException>(() => Plan(text));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"mine.yaml:{line}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_is_not_there() =>
        Assert.Contains(
            "the file cannot be read",
            Assert
                .Throws<UnusableInputException>(() => Read(new ConformanceOptions { Values = "no-such.yaml" }))
                .Message,
            StringComparison.Ordinal
        );

    public void Dispose() => _folder.Dispose();

    private static CaseRequest Deletion(string parameter, string id) =>
        new()
        {
            Method = "DELETE",
            Target = $"/x/{id}",
            PathValues = [new(parameter, id)],
        };

    private RunPlan Plan(string values, params (string Name, string Value)[] variables) =>
        Read(
            new ConformanceOptions
            {
                Description = _folder.Write("api.yaml", Api),
                Values = _folder.Write("mine.yaml", values),
                Variables = variables.ToDictionary(v => v.Name, v => v.Value),
            }
        );

    private static RunPlan Read(ConformanceOptions options) =>
        RunPlan.Read(options, TestContext.Current.CancellationToken);
}
