using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class OverlayTests : IDisposable
{
    private const string Api = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              parameters:
                - {name: one, in: query, schema: {type: string}}
                - {name: two, in: query, schema: {type: string}}
              responses: {'200': {description: ok}}
          /b:
            post:
              requestBody: {content: {application/json: {schema: {$ref: gone.yaml}}}}
              responses: {'200': {description: ok}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Objects_are_merged_arrays_joined_and_targets_removed()
    {
        var description = Read(
            """
            overlay: 1.0.0
            info: {title: O, version: '1'}
            extends: api.yaml
            x-of-ours: 1
            actions:
              - target: $.paths['/a'].get
                description: one more, and words
                update:
                  summary: A
                  parameters: [{name: three, in: query, schema: {type: integer}}]
              - target: $.paths['/a'].get.parameters
                update: {name: four, in: query, schema: {type: integer}}
              - target: $.paths['/a'].get.parameters[?@.name == 'one']
                remove: true
              - target: $.paths['/b']
                remove: true
            """
        );

        Assert.Equal("GET /a", Assert.Single(description.Operations).Name);
        Assert.Equal(["two", "three", "four"], description.Operations[0].Parameters.Select(p => p.Name));
        Assert.Empty(description.LeftOut);
        Assert.Empty(description.Remarks);
    }

    [Fact]
    public void Places_stay_those_of_the_files()
    {
        var description = Read(
            """
            overlay: 1.0.0
            actions:
              - {target: "$.paths['/a'].get.parameters[0]", remove: true}
              - target: $.paths['/a'].get.parameters[0].schema
                update:
                  maxLength: 3
            """
        );
        Assert.Equal($"{_folder.Path}/api.yaml:8", description.PlaceOf("/paths/~1a/get/parameters/0/name"));
        Assert.Equal($"{_folder.Path}/o.yaml:6", description.PlaceOf("/paths/~1a/get/parameters/0/schema/maxLength"));
        Assert.Equal($"{_folder.Path}/api.yaml:9", description.PlaceOf("/paths/~1a/get/responses"));
        Assert.EndsWith("api.yaml:12", Assert.Single(description.LeftOut).Fault.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_may_mend_a_reference_and_lead_to_other_files()
    {
        _folder.Write("there.yaml", "A: {type: object, required: [n], properties: {n: {type: string}}}");
        var description = Read(
            """
            overlay: 1.0.0
            actions:
              - target: $.paths['/b'].post.requestBody.content['application/json'].schema
                update: {$ref: 'there.yaml#/A'}
            """
        );
        Assert.Empty(description.LeftOut);
        Assert.Equal(2, description.Operations.Count);
        Assert.EndsWith(
            "there.yaml:1",
            description.PlaceOf("/components/schemas/A/required"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_changes_what_stands_in_other_files_too()
    {
        _folder.Write("paths/c.yaml", "get:\n  responses: {'200': {description: ok}}\n");
        _folder.Write("api.yaml", Api + "\n  /c: {$ref: paths/c.yaml}");
        _folder.Write(
            "o.yaml",
            "overlay: 1.0.0\nactions:\n  - target: $.paths['/c'].get\n    update: {operationId: renamed}\n"
        );
        var description = DescriptionReader.Read($"{_folder.Path}/api.yaml", [$"{_folder.Path}/o.yaml"]);
        Assert.Equal("renamed", description.Operations.Single(o => o.Path == "/c").Id);
        Assert.EndsWith("o.yaml:4", description.PlaceOf("/paths/~1c/get/operationId"), StringComparison.Ordinal);
        Assert.EndsWith("c.yaml:2", description.PlaceOf("/paths/~1c/get/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_finds_nothing_is_a_remark_and_the_hash_is_of_both_files()
    {
        var plain = Read("overlay: 1.0.0\nactions:\n  - {target: $.servers, remove: true}\n");
        Assert.Equal($"{_folder.Path}/o.yaml:3: the target '$.servers' finds nothing", Assert.Single(plain.Remarks));
        var other = Read("overlay: 1.0.0\n# other\nactions:\n  - {target: $.servers, remove: true}\n");
        Assert.NotEqual(plain.Sha256, other.Sha256);
    }

    [Theory]
    [InlineData("openapi: 3.1.0", "it is no overlay", 1)]
    [InlineData("overlay: 2.0.0\nactions: []", "it is of Overlay version '2.0.0'", 1)]
    [InlineData("overlay: 1.0.0\nactions: []", "it has no list of actions", 1)]
    [InlineData("overlay: 1.0.0\naction:\n  - {}", "there is no 'action' in an overlay", 2)]
    [InlineData("overlay: 1.0.0\nactions:\n  - a", "an action is no object", 3)]
    [InlineData("overlay: 1.0.0\nactions:\n  - {update: {}}", "an action has no target", 3)]
    [InlineData("overlay: 1.0.0\nactions:\n  - {target: $.a}", "an action changes nothing", 3)]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.a\n    remov: true", "there is no 'remov' in an overlay", 4)]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.a\n    remove: yes", "neither true nor false", 4)]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: paths\n    remove: true", "is no JSONPath that can be used", 3)]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $\n    remove: true", "removes the whole description", 3)]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.openapi\n    update: {}", "neither an object nor an array", 4)]
    [InlineData(
        "overlay: 1.0.0\nactions:\n  - target: $.info\n    update: a",
        "finds an object, and its update is none",
        4
    )]
    [InlineData("overlay: [", "neither YAML nor JSON", 2)]
    public void One_that_cannot_be_applied_is_refused_with_its_line(string overlay, string why, int line)
    {
        var refused = Assert.Throws<UnusableInputException>(() => Read(overlay));
        Assert.Contains(why, refused.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"{_folder.Path}/o.yaml:{line}", refused.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_may_be_repeated_and_a_missing_file_is_one_sentence()
    {
        using var line = new CommandLine();
        var api = line.Write("api.yaml", Api);
        var first = line.Write("1.yaml", "overlay: 1.0.0\nactions:\n  - {target: \"$.paths['/b']\", remove: true}\n");
        var second = line.Write(
            "2.yaml",
            "overlay: 1.0.0\nactions:\n  - {target: \"$.paths['/a'].get\", update: {operationId: x}}\n"
        );
        Assert.Equal(0, await line.RunAsync("inspect", "--description", api, "--overlay", first, "--overlay", second));
        Assert.DoesNotContain("/b", line.Out, StringComparison.Ordinal);

        Assert.Equal(2, await line.RunAsync("inspect", "--description", api, "--overlay", line.Path("gone.yaml")));
        Assert.Contains("gone.yaml: there is no such file", line.Error, StringComparison.Ordinal);
    }

    private ApiDescription Read(string overlay) =>
        DescriptionReader.Read(_folder.Write("api.yaml", Api), [_folder.Write("o.yaml", overlay)]);
}
