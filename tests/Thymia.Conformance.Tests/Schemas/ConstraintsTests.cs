using System.Reflection;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class ConstraintsTests
{
    /// <summary>Constraints as the file states them: a heading for each schema, then place, keyword and
    /// value.</summary>
    private static readonly Lazy<string> Expected = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("constraints.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    [Fact]
    public void Are_those_that_the_shipped_contract_and_the_fixtures_state()
    {
        ApiDescription[] all =
        [
            DescriptionReader.Read(DescriptionReader.ShippedContract),
            Described.Fixture("clinic-3.0.yaml"),
            Described.Fixture("library-3.1.yaml"),
            Described.Fixture("workshop-3.1.yaml"),
        ];

        Assert.Equal(Expected.Value, string.Concat(all.SelectMany(Told)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Name_the_schema_that_states_them()
    {
        var contract = DescriptionReader.Read(DescriptionReader.ShippedContract);
        var all = ConstraintExtraction.Of(
            new SchemaLibrary(contract).At(contract.Operations[0].Body!.SchemaPointer).Root
        );

        Assert.Equal("BirthSex, enum", all.Single(c => c.Id == "user.birthSex enum").Source);
        Assert.Equal("UserDetails.birthSex, required", all.Single(c => c.Id == "user.birthSex required").Source);
        Assert.Equal("UserDetails.dateOfBirth, format", all.Single(c => c.Id == "user.dateOfBirth format").Source);
    }

    [Theory]
    [InlineData("""{"uniqueItems":false,"title":"t","default":1}""", "")]
    [InlineData("""{"format":"no-such-format"}""", "")]
    [InlineData("""{"additionalProperties":true}""", "")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "body type \"string\"")]
    [InlineData("""{"required":["a.b"]}""", "a.b required true")]
    [InlineData("""{"not":{"type":"string"}}""", "body not {\"type\":\"string\"}")]
    public void Count_only_what_demands_something(string schema, string constraints) =>
        Assert.Equal(constraints, string.Join('\n', ConstraintExtraction.Of(Described.Node(schema)).Select(Line)));

    private static IEnumerable<string> Told(ApiDescription description)
    {
        var library = new SchemaLibrary(description);
        foreach (var operation in description.Operations)
        {
            var parameters = operation.Parameters.Select(p => (Title: $"{p.In} {p.Name}", Pointer: p.SchemaPointer));
            foreach (var (title, pointer) in parameters.Append((Title: "body", Pointer: operation.Body?.SchemaPointer)))
            {
                var lines = pointer is null
                    ? []
                    : ConstraintExtraction.Of(library.At(pointer).Root).Select(c => $"  {Line(c)}\n");
                yield return $"{description.Source.Split('/', '\\')[^1]} {operation.Method} "
                    + $"{title}\n{string.Concat(lines)}";
            }
        }
    }

    private static string Line(Constraint c) => $"{c.Location.Display} {c.Keyword} {c.Value.ReplaceLineEndings("")}";
}
