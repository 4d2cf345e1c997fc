using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>A parameter with its schema, ready to make values for and to check them.</summary>
internal sealed class ParameterShape(Parameter parameter, PayloadSchema schema, PathTemplate template)
{
    // Some drawn texts cannot be written, such as those with a slash in a path.
    private const int Attempts = 12;

    private readonly ShapeOfText _shape = new(schema.Root);
    private readonly string _around = parameter.In == "path" ? template.Around(parameter.Name) : "";
    private IReadOnlyList<ParameterValue>? _examples;
    private IReadOnlyList<ParameterValue>? _given;
    private ParameterValue? _planned;
    private bool _isPlanned;

    public Parameter Parameter => parameter;

    public PayloadSchema Schema => schema;

    public ShapeOfText Shape => _shape;

    public SchemaSite Site { get; } =
        new()
        {
            Location = new Location(parameter.In, JsonPointer.Append("", parameter.Name)),
            Concrete = JsonPointer.Append("", parameter.Name),
            Node = schema.Root,
        };

    public ValuePlace Place { get; } = new(schema.Root, JsonPointer.Append("", parameter.Name));

    /// <summary>Documented examples that honour the schema and can be written, in the order of the document.</summary>
    public IReadOnlyList<ParameterValue> Examples =>
        _examples ??= [
            .. parameter
                .Examples.Concat(schema.Root.Examples)
                .Select(Payloads.ToNode)
                .Select(Written)
                .OfType<ParameterValue>()
                .Where(v => Check(v).Count == 0)
                .DistinctBy(v => string.Join('\n', v.Texts)),
        ];

    // That they honour the schema was demanded before.
    private IReadOnlyList<ParameterValue> Given =>
        _given ??= [.. parameter.Given.Select(Payloads.ToNode).Select(Written).OfType<ParameterValue>()];

    /// <summary>Whether there is any value that the schema allows and the style can write.</summary>
    public bool IsWritable => Planned is not null;

    /// <summary>
    /// The demand that the parameter be there; null where it is optional, or a path without it is another path.
    /// </summary>
    public Constraint? Required =>
        parameter is { Required: true, In: not "path" } && !MayBeNothing
            ? new Constraint(Site.Location, "required", "true", parameter.Pointer)
            : null;

    // An object of no properties leaves no trace where each property stands by itself.
    private bool MayBeNothing => _shape.IsObject && schema.Check(Payloads.ToElement(new JsonObject())).Count == 0;

    private ParameterValue? Planned
    {
        get
        {
            if (!_isPlanned)
            {
                _planned = Given.Concat(Examples).FirstOrDefault()
                    ?? Drawn(new Draw(default, default))
                    ?? Fuller(new Draw(default, default))
                    ?? Plain();
                _isPlanned = true;
            }

            return _planned;
        }
    }

    /// <summary>
    /// A valid value: one that exists where the user gave some, else the documented example, else a drawn one.
    /// </summary>
    public ParameterValue Valid(Draw draw) =>
        Given.Count > 0
            ? Given[draw.Index(Place.Pointer, Given.Count)]
            : (Examples.Count > 0 ? Examples[0] : Drawn(draw)) ?? Planned!;

    /// <summary>
    /// The value as a provider reads it, be it of another kind than the schema wants; null where it cannot be
    /// written so that it arrives as it was sent.
    /// </summary>
    public ParameterValue? Written(JsonNode? value)
    {
        var written = parameter.ContentType is null
            ? ParameterText.Of(value)
            : new ParameterValue.One(
                MediaTypes.IsJson(parameter.ContentType)
                || value is not JsonValue scalar
                || !scalar.TryGetValue<string>(out var text)
                    ? value?.ToJsonString() ?? "null"
                    : text
            );
        return written is not null && Survival.Of(written, parameter, _around) ? AsRead(written) : null;
    }

    /// <summary>What the schema says against the value, however it is read.</summary>
    public IReadOnlyList<Violation> Check(ParameterValue value) => Check(schema, parameter, value, _shape);

    /// <summary>What a schema says against a value: nothing where it fits in one of the ways to read it.</summary>
    public static IReadOnlyList<Violation> Check(
        PayloadSchema schema,
        Parameter parameter,
        ParameterValue value,
        ShapeOfText shape
    )
    {
        if (parameter.ContentType is { } type && MediaTypes.IsJson(type))
        {
            return schema.Check(System.Text.Encoding.UTF8.GetBytes(((ParameterValue.One)value).Text));
        }

        IReadOnlyList<Violation>? first = null;
        foreach (var reading in ParameterText.Readings(value, shape))
        {
            var violations = schema.Check(reading);
            if (violations.Count == 0)
            {
                return [];
            }

            first ??= violations;
        }

        return first ?? [];
    }

    private ParameterValue? AsRead(ParameterValue value) =>
        parameter.In switch
        {
            "path" => StyleReader.InPath(StyleWriter.InPath(parameter, value), parameter, _shape),
            "query" => StyleReader.InQuery(
                [.. StyleWriter.InQuery(parameter, value)],
                parameter,
                _shape,
                new HashSet<string>()
            ),
            "cookie" => StyleReader.InCookie([StyleWriter.InCookie(parameter, value)], parameter, _shape),
            _ => StyleReader.InHeader(StyleWriter.InHeader(parameter, value), parameter, _shape),
        };

    private ParameterValue? Drawn(Draw draw) => Drawn(new Recipe { Draw = draw });

    // An array without items, and an object without properties, leave no trace in most styles.
    private ParameterValue? Fuller(Draw draw) =>
        Drawn(
            new Recipe
            {
                Draw = draw,
                Includes = static _ => true,
                Counts = new Dictionary<string, int> { [Place.Pointer] = 1 },
            }
        );

    // What a schema without a type leaves open may be drawn as something that reads as another thing.
    private ParameterValue? Plain() =>
        new JsonNode?[] { 1, 0, 100, "a", true }
            .Select(Written)
            .OfType<ParameterValue>()
            .FirstOrDefault(v => Check(v).Count == 0);

    private ParameterValue? Drawn(Recipe usual)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var recipe =
                i == 0
                    ? usual
                    : usual with
                    {
                        Draw = usual.Draw with { Seed = usual.Draw.Seed.Derive(i) },
                        Room = new DrawnRoom(),
                    };
            if (Written(ValueSource.Make(Place, recipe)) is { } value && Check(value).Count == 0)
            {
                return value;
            }
        }

        return null;
    }
}
