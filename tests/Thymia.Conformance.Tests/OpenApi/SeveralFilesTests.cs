using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class SeveralFilesTests : IDisposable
{
    private const string Ok = "responses: {'200': {description: ok}}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Paths_parameters_bodies_and_answers_may_stand_in_other_files(string version)
    {
        var description = Read(
            "  /pets/{id}: {$ref: 'paths/pet.yaml'}",
            "  schemas:\n    Pet: {$ref: 'schemas/pet.yaml'}\n  responses: {Gone: {description: gone}}",
            version
        );

        Assert.Equal(["PUT /pets/{id}"], description.Operations.Select(o => o.Name));
        Assert.Equal(["limit", "id"], description.Operations[0].Parameters.Select(p => p.Name));
        Assert.Equal(["200", "404"], description.Operations[0].Responses.Select(r => r.Status));
        Assert.Equal(
            "#/components/schemas/Pet",
            JsonPointer
                .Find(description.Document, description.Operations[0].Body!.SchemaPointer)!
                .Value.GetProperty("$ref")
                .GetString()
        );
        Assert.Equal(
            "integer, null",
            string.Join(
                ", ",
                JsonPointer
                    .Find(description.Document, "/components/schemas/Owner/properties/age/type")!
                    .Value.EnumerateArray()
            )
        );
    }

    [Fact]
    public void Each_place_has_the_file_and_line_where_it_is_written()
    {
        var description = Read("  /pets/{id}: {$ref: 'paths/pet.yaml', summary: Pets}", "  schemas: {}");
        var folder = Path.Combine(_folder.Path, "api");

        Assert.Equal("3", Line(description, "/info"));
        Assert.Equal(
            $"{Path.Combine(folder, "paths/pet.yaml")}:4",
            description.PlaceOf("/paths/~1pets~1{id}/put/requestBody")
        );
        Assert.Equal(
            $"{Path.Combine(folder, "schemas/pet.yaml")}:5",
            description.PlaceOf("/components/schemas/pet/properties/name/maxLength")
        );
        Assert.Equal("paths/pet.yaml", description.RelativeSourceOf("/paths/~1pets~1{id}/put"));
        Assert.Null(description.RelativeSourceOf("/info"));
    }

    [Theory]
    [InlineData("'../secret.yaml'", "leads out of the folder of the description", "api.yaml:6")]
    [InlineData("'/etc/hostname'", "is no relative path", "api.yaml:6")]
    [InlineData("'file:///etc/hostname'", "is no relative path", "api.yaml:6")]
    [InlineData("'http://127.0.0.1/a.yaml'", "leads to an address, and nothing is fetched", "api.yaml:6")]
    [InlineData("'//example.com/a.yaml'", "is no relative path", "api.yaml:6")]
    [InlineData("'gone.yaml'", "leads to a file that is not there", "api.yaml:6")]
    [InlineData("'schemas'", "leads to a folder", "api.yaml:6")]
    [InlineData("'link.yaml'", "leads out of the folder of the description", "api.yaml:6")]
    [InlineData("'linked/secret.yaml'", "leads out of the folder of the description", "api.yaml:6")]
    [InlineData("'schemas/pet.yaml#/nothing'", "leads nowhere", "api.yaml:6")]
    [InlineData("'schemas/pet.yaml#nothing'", "leads nowhere", "api.yaml:6")]
    [InlineData("'schemas/broken.yaml'", "the file is neither YAML nor JSON", "broken.yaml:1:4")]
    [InlineData("'old.yaml#/components/schemas/A'", "is of OpenAPI 3.0, and the description", "old.yaml:2")]
    [InlineData("'schemas/inner.yaml'", "the reference 'none.yaml' leads to a file that is not there", "inner.yaml:2")]
    [InlineData("'schemas/round.yaml'", "the reference 'schemas/round.yaml' leads in a circle", "api.yaml:6")]
    public void A_file_that_cannot_be_read_leaves_out_what_leads_to_it(string reference, string why, string place)
    {
        _folder.Write("secret.yaml", "type: string");
        _folder.Write("api/schemas/broken.yaml", "a: [\nb: {c: ]");
        _folder.Write("api/old.yaml", "# old\nopenapi: 3.0.0\ncomponents: {schemas: {A: {}}}");
        _folder.Write("api/schemas/inner.yaml", "properties:\n  a: {$ref: none.yaml}");
        _folder.Write("api/schemas/round.yaml", "$ref: round.yaml");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "api/schemas"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "api/link.yaml"), "../secret.yaml");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "api/linked"), _folder.Path);

        var description = Read(
            $"  /bad: {{post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: {reference}}}}}}}}}, "
                + $"{Ok}}}}}"
                + "\n  /good: {get: {"
                + Ok
                + "}}",
            "  schemas: {}"
        );

        var leftOut = Assert.Single(description.LeftOut);
        Assert.Equal(("POST /bad", "GET /good"), (leftOut.Name, Assert.Single(description.Operations).Name));
        Assert.Contains(why, leftOut.Fault.Problem, StringComparison.Ordinal);
        Assert.EndsWith(place, leftOut.Fault.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_structure_in_another_file_has_its_line_and_pointer_there()
    {
        _folder.Write("api/paths/odd.yaml", "get:\n  responses: {'200': {description: ok}}\n  sumary: misspelt\n");
        var fault = Assert
            .Single(Read("  /odd: {$ref: paths/odd.yaml}\n  /good: {get: {" + Ok + "}}", "  schemas: {}").LeftOut)
            .Fault;

        Assert.EndsWith("odd.yaml:3", fault.Location, StringComparison.Ordinal);
        Assert.Contains("at #/get", fault.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("~1odd", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_states_nothing_twice()
    {
        _folder.Write("api/paths/a.yaml", "get: {" + Ok + "}");
        var description = Read(
            "  /a: {$ref: paths/a.yaml, get: {" + Ok + "}}\n  /b: {$ref: paths/a.yaml, summary: B}",
            "  schemas: {}"
        );

        Assert.Contains(
            "states 'get' beside a reference that leads to another 'get'",
            Assert.Single(description.LeftOut).Fault.Problem,
            StringComparison.Ordinal
        );
        Assert.EndsWith("api.yaml:6", description.LeftOut[0].Fault.Location, StringComparison.Ordinal);
        Assert.Equal("GET /b", Assert.Single(description.Operations).Name);
    }

    [Fact]
    public void A_discriminator_may_name_files_and_an_anchor_a_part_of_one()
    {
        _folder.Write("api/schemas/dog.yaml", "properties: {kind: {type: string}, bark: {$ref: 'parts.yaml#loud'}}");
        _folder.Write("api/schemas/parts.yaml", "$defs:\n  loud: {$anchor: loud, type: boolean}");
        var description = Read(
            $"  /pets: {{post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: any.yaml}}}}}}}}, "
                + $"{Ok}}}}}",
            "  schemas: {}",
            more: (
                "any.yaml",
                "oneOf: [{$ref: schemas/dog.yaml}]\n"
                    + "discriminator: {propertyName: kind, mapping: {d: schemas/dog.yaml}}"
            )
        );

        Assert.Equal(
            "#/components/schemas/dog",
            $"{JsonPointer.Find(description.Document, "/components/schemas/any/discriminator/mapping/d")}"
        );
        Assert.Equal(
            "#/components/schemas/loud",
            $"{JsonPointer.Find(description.Document, "/components/schemas/dog/properties/bark/$ref")}"
        );
        Assert.Equal("boolean", $"{JsonPointer.Find(description.Document, "/components/schemas/loud/type")}");
    }

    [Theory]
    [InlineData("https://api.example/schemas/name.json", null)]
    [InlineData("https://api.example/other/name.json", "leads to https://api.example/schemas/name.json by the '$id'")]
    public void A_reference_in_a_schema_with_an_id_is_relative_to_that(string id, string? why)
    {
        _folder.Write("api/schemas/name.json", $$"""{"$id": "{{id}}", "type": "string", "maxLength": 3}""");
        var description = Read(
            $"  /good: {{get: {{{Ok}}}}}\n  /pets: {{post: {{requestBody: {{content: {{application/json: {{schema: "
                + $"{{$ref: schemas/user.json}}}}}}}}, {Ok}}}}}",
            "  schemas: {}",
            more: (
                "schemas/user.json",
                """
                {"$id": "https://api.example/schemas/user.json",
                 "properties": {"name": {"$ref": "name.json"}, "age": {"$ref": "#/$defs/age"}},
                 "$defs": {"age": {"type": "integer"}}}
                """
            )
        );

        Assert.Equal(why is null ? [] : ["POST /pets"], description.LeftOut.Select(o => o.Name));
        if (why is not null)
        {
            Assert.Contains(why, description.LeftOut[0].Fault.Problem, StringComparison.Ordinal);
            return;
        }

        var plan = RunPlan.Read(
            new ConformanceOptions { Description = Path.Combine(_folder.Path, "api/api.yaml"), Rules = "none" },
            TestContext.Current.CancellationToken
        );
        Assert.Empty(plan.LeftOut);
        Assert.Contains(plan.Constraints, c => c.Constraint is { Keyword: "maxLength", Location.Pointer: "/name" });
    }

    [Fact]
    public void The_hash_is_of_every_file()
    {
        const string path = "  /pets/{id}: {$ref: 'paths/pet.yaml'}";
        var before = Read(path, "  schemas: {}").Sha256;
        Assert.Equal(before, Read(path, "  schemas: {}").Sha256);
        _folder.Write("api/schemas/limit.yaml", "{name: limit, in: query, schema: {type: string}}");
        Assert.NotEqual(before, DescriptionReader.Read(Path.Combine(_folder.Path, "api/api.yaml")).Sha256);
    }

    [Fact]
    public void What_is_called_back_is_not_read()
    {
        var description = Read(
            "  /a: {post: {callbacks: {c: {'{$url}': {$ref: gone.yaml}}}, " + Ok + "}}",
            "  schemas: {}"
        );
        Assert.Empty(description.LeftOut);
        Assert.Equal("POST /a", Assert.Single(description.Operations).Name);
    }

    private static string Line(ApiDescription description, string pointer) =>
        description.PlaceOf(pointer).Split(':')[^1];

    private ApiDescription Read(
        string paths,
        string components,
        string version = "3.1.0",
        (string Name, string Text)? more = null
    )
    {
        var age = version[2] == '0' ? "{type: integer, nullable: true}" : "{type: [integer, 'null']}";
        _folder.Write(
            "api/paths/pet.yaml",
            """
            put:
              parameters:
                - {$ref: ../schemas/limit.yaml}
              requestBody:
                content: {application/json: {schema: {$ref: '../schemas/pet.yaml'}}}
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: '../schemas/pet.yaml'}}}}
                '404': {$ref: '../api.yaml#/components/responses/Gone'}
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            """.Replace(
                "'404'",
                components.Contains("Gone", StringComparison.Ordinal) ? "'404'" : "x-404",
                StringComparison.Ordinal
            )
        );
        _folder.Write("api/schemas/limit.yaml", "{name: limit, in: query, schema: {type: integer}}");
        _folder.Write(
            "api/schemas/pet.yaml",
            "type: object\nproperties:\n  name:\n    type: string\n    maxLength: 9\n"
                + "  owner: {$ref: 'owner.yaml#/Owner'}\n"
        );
        _folder.Write("api/schemas/owner.yaml", $"Owner:\n  properties:\n    age: {age}\n");
        if (more is var (name, text))
        {
            _folder.Write($"api/{name}", text);
        }

        return DescriptionReader.Read(
            _folder.Write(
                "api/api.yaml",
                $"openapi: {version}\n# Pets\ninfo: {{title: T, version: '1'}}\npaths:\n\n{paths}\n"
                    + $"components:\n{components}\n"
            )
        );
    }
}
