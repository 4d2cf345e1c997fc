using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Benchmarks.SchemaSuite;

/// <summary>
/// Puts the engine to the JSON-Schema-Test-Suite: draft 2020-12, required and formats, and draft 4 as the schemas of
/// OpenAPI 3.0, which come from it.
/// </summary>
internal static class SchemaSuiteBenchmark
{
    private const string Subject = "/components/schemas/S";
    private const int MaxShown = 60;

    /// <param name="arguments">The suite's folder, and that of the metaschemas where they are not those of Ajv.</param>
    public static int Run(string[] arguments)
    {
        var folder = arguments[0];
        var metaschemas = arguments.Length > 1 ? arguments[1] : OfAjv();
        var tests = Path.Combine(folder, "tests");
        Console.WriteLine($"{"part", -34} {"tests", 6} {"right", 6} {"wrong", 6} {"refused", 8}");
        var required = SuiteGroup.In(Path.Combine(tests, "draft2020-12"));
        Judge("required, the schema alone", required, g => Alone(g, new Dictionary<string, JsonElement>()));
        var further = FurtherDocuments.In(folder, metaschemas);
        Judge("required, with further documents", required, g => Alone(g, further));
        var formats = SuiteGroup.In(Path.Combine(tests, "draft2020-12", "optional", "format"));
        Judge("formats", formats, g => Alone(g, further));
        Judge("draft 4 as OpenAPI 3.0", SuiteGroup.In(Path.Combine(tests, "draft4")), In30);
        return 0;
    }

    private static void Judge(string title, IEnumerable<SuiteGroup> groups, Func<SuiteGroup, PayloadSchema> compile)
    {
        var tally = new SuiteTally(title);
        foreach (var group in groups)
        {
            tally.Add(group, compile);
        }

        tally.Write(MaxShown);
    }

    private static PayloadSchema Alone(SuiteGroup group, IReadOnlyDictionary<string, JsonElement> further) =>
        new SchemaLibrary(
            new ApiDescription
            {
                Source = group.File,
                Title = group.Name,
                Version = "",
                Sha256 = "",
                Operations = [],
                Document = group.Schema,
                FurtherDocuments = further,
            }
        ).At("");

    private static PayloadSchema In30(SuiteGroup group)
    {
        var document = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Suite", ["version"] = "1" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["S"] = Rehomed(group.Schema) } },
        };
        var description = DescriptionReader.Parse(Encoding.UTF8.GetBytes(document.ToJsonString()), group.File);
        return new SchemaLibrary(description).At(Subject);
    }

    // What leads to the root of the schema leads to where it stands in the description.
    private static JsonNode? Rehomed(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => new JsonObject(
                schema
                    .EnumerateObject()
                    .Select(p =>
                        KeyValuePair.Create(
                            p.Name,
                            p.Name == "$ref" && p.Value.ValueKind == JsonValueKind.String ? Rehomed($"{p.Value}")
                                : p.Name == "enum" ? JsonNode.Parse(p.Value.GetRawText())
                                : Rehomed(p.Value)
                        )
                    )
            ),
            JsonValueKind.Array => new JsonArray([.. schema.EnumerateArray().Select(Rehomed)]),
            _ => JsonNode.Parse(schema.GetRawText()),
        };

    private static JsonNode Rehomed(string reference) =>
        reference is "#" || reference.StartsWith("#/", StringComparison.Ordinal)
            ? "#" + Subject + reference[1..]
            : reference;

    private static string? OfAjv()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(
                at.FullName,
                "tests",
                "npm",
                "node_modules",
                "ajv",
                "dist",
                "refs",
                "json-schema-2020-12"
            );
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
