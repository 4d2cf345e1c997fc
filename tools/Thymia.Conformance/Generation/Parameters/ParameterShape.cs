using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>A parameter with its schema, ready to make values for and to check them.</summary>
internal sealed class ParameterShape(Parameter parameter, PayloadSchema schema, string pointer)
{
    public Parameter Parameter => parameter;

    public PayloadSchema Schema => schema;

    public SchemaSite Site { get; } = new()
    {
        Location = new Location(parameter.In, JsonPointer.Append("", parameter.Name)),
        Concrete = JsonPointer.Append("", parameter.Name),
        Node = schema.Root,
    };

    public ValuePlace Place { get; } = new(schema.Root, JsonPointer.Append("", parameter.Name));

    /// <summary>The demand that the parameter be there; null where it is optional, or a path without it is another path.</summary>
    public Constraint? Required => parameter is { Required: true, In: not "path" }
        ? new Constraint(Site.Location, "required", "true", pointer)
        : null;

    public IReadOnlyList<string> ValidTexts(Draw draw) =>
        ParameterText.Of(ValueSource.Make(Place, new Recipe { Draw = draw })) ?? [""];

    /// <summary>What the schema says against the texts.</summary>
    public IReadOnlyList<Violation> Check(IReadOnlyList<string> texts) =>
        schema.Check(ParameterText.Interpret(texts, Site.Node));
}
