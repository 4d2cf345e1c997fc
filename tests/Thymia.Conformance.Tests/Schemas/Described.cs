using System.Text;
using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Schemas;

/// <summary>Descriptions around schemas that a test states.</summary>
internal static class Described
{
    public const string Subject = "/components/schemas/Subject";

    /// <summary>The description has one schema, <c>Subject</c>.</summary>
    public static ApiDescription By(string schema, string version = "3.1.0") =>
        Read(
            "{\"openapi\":\""
                + version
                + "\",\"info\":{\"title\":\"Tests\",\"version\":\"1\"},\"paths\":{},"
                + "\"components\":{\"schemas\":{\"Subject\":\n"
                + schema
                + "\n}}}"
        );

    public static ApiDescription Read(string text) => DescriptionReader.Parse(Encoding.UTF8.GetBytes(text), "api.yaml");

    public static PayloadSchema Schema(string schema, string version = "3.1.0") =>
        new SchemaLibrary(By(schema, version)).At(Subject);

    public static SchemaNode Node(string schema, string version = "3.1.0") => Schema(schema, version).Root;

    /// <summary>One of the suite's own files in <c>schemas/</c>.</summary>
    public static PayloadSchema SchemaFile(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "schemas", name));
        using var document = JsonDocument.Parse(bytes);
        var description = By("{}") with { Source = name, Document = document.RootElement.Clone() };
        return new SchemaLibrary(description).At("");
    }

    public static IReadOnlyList<Violation> Check(this PayloadSchema schema, string json) =>
        schema.Check(Encoding.UTF8.GetBytes(json));

    public static ApiDescription Fixture(string name) =>
        DescriptionReader.Read(Path.Combine(AppContext.BaseDirectory, "fixtures", "descriptions", name));
}
