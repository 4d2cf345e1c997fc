using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Generation;

public sealed class DocumentedExamplesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private readonly ApiDescription _description = Described.Read(
        SmallDescriptions.Posting("{type: object, required: [name], properties: {name: {type: string}}}")
    );

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("""{"name":"Greg"}""", true)]
    [InlineData("""{"name":1}""", false)]
    public void Count_where_they_honour_the_schema(string text, bool found)
    {
        Write("create.json", text);
        Assert.Equal(found ? text : null, For("create")?.ToJsonString());
    }

    [Fact]
    public void Are_looked_for_by_the_id_of_the_operation()
    {
        Write("create.json", """{"name":"Greg"}""");
        Assert.Null(For("other"));
        Assert.Null(For("../payloads/create"));
        Assert.Null(
            DocumentedExamples.For(Operation("create") with { Body = null }, new SchemaLibrary(_description), _folder)
        );
        Assert.Null(DocumentedExamples.For(Operation("create"), new SchemaLibrary(_description)));
    }

    [Fact]
    public void Are_unusable_where_they_are_no_JSON()
    {
        Write("create.json", "{\n\"name\": Greg}");
        var error = Assert.Throws<UnusableInputException>(() => For("create"));
        var file = Path.Combine(_folder, "payloads", "create.json");
        Assert.Equal("example-not-json", error.Code);
        Assert.Equal($"{file}:2: the documented example is not JSON; mend it there.", error.Message);
    }

    private System.Text.Json.Nodes.JsonNode? For(string id) =>
        DocumentedExamples.For(Operation(id), new SchemaLibrary(_description), _folder);

    private Operation Operation(string id) => _description.Operations[0] with { Id = id };

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "payloads"));
        File.WriteAllText(Path.Combine(_folder, "payloads", name), text);
    }
}
