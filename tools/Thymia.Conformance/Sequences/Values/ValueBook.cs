using System.Text.Json;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Sequences.Values;

/// <summary>
/// What the user says exists at a provider: the values of a file that is named or lies beside the description.
/// </summary>
internal sealed class ValueBook
{
    /// <summary>Names no file: then nothing is known to exist.</summary>
    public const string None = "none";

    private readonly IReadOnlyList<GivenValue> _given;

    private ValueBook(ValueFile file)
    {
        _given = file.Given;
        Relations = file.Relations;
    }

    /// <summary>Says nothing.</summary>
    public static ValueBook Empty { get; } = new(new ValueFile([], []));

    /// <summary>What it says of which operation gives what another needs.</summary>
    public IReadOnlyList<StatedRelation> Relations { get; }

    /// <summary>What may be changed and deleted, as the name of a parameter with its value.</summary>
    public IReadOnlySet<string> Expendable =>
        _given
            .Where(g => g is { IsExpendable: true, Parameter: not null })
            .SelectMany(g => g.Values.Select(v => ExpendableKey(g.Parameter!, TextOf(v))))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The parameters whose values may be changed and deleted.</summary>
    public IReadOnlySet<string> ExpendableParameters =>
        _given.Where(g => g is { IsExpendable: true, Parameter: not null }).Select(g => g.Parameter!).ToHashSet();

    /// <param name="named">The file that the user named, or <c>none</c>; null where none is named.</param>
    /// <param name="description">The file of the description.</param>
    /// <exception cref="UnusableInputException">The file cannot be used.</exception>
    public static ValueBook For(string? named, string description, IReadOnlyDictionary<string, string> variables)
    {
        var beside = Path.ChangeExtension(description, ".values.yaml");
        var file = named ?? (File.Exists(beside) ? beside : None);
        return new ValueBook(file == None ? new ValueFile([], []) : ValueFile.Read(file, variables));
    }

    /// <summary>The description with the values that exist for its operations.</summary>
    /// <exception cref="UnusableInputException">An entry is about nothing, or a value is against its
    /// schema.</exception>
    public ApiDescription AppliedTo(ApiDescription description)
    {
        if (_given.Count == 0 && Relations.Count == 0)
        {
            return description;
        }

        Demand(description.Operations);
        var library = new SchemaLibrary(description);
        return description with { Operations = [.. description.Operations.Select(o => AppliedTo(o, library))] };
    }

    /// <summary>How a value that may be changed and deleted is looked up.</summary>
    public static string ExpendableKey(string parameter, string value) => $"{parameter}={value}";

    /// <summary>Demands that each entry is about something that the description has.</summary>
    /// <exception cref="UnusableInputException">One is not.</exception>
    private void Demand(IReadOnlyList<Operation> operations)
    {
        foreach (var given in _given.Where(g => !operations.Any(o => IsAbout(g.Operation, o) && Has(g, o))))
        {
            throw Missing(given.Place, given.Operation, given.Source);
        }

        foreach (var relation in Relations)
        {
            if (!operations.Any(o => IsAbout(relation.Operation, o) && o.Template.Names.Contains(relation.Parameter)))
            {
                throw Missing(relation.Parameter, relation.Operation, relation.Source);
            }

            if (relation.Producer is { } producer && !operations.Any(o => o.Name == producer))
            {
                throw Missing(producer, null, relation.Source);
            }
        }
    }

    /// <summary>The operation with the values that exist for it.</summary>
    /// <exception cref="UnusableInputException">A value is against its schema.</exception>
    private Operation AppliedTo(Operation operation, SchemaLibrary library)
    {
        var ours = _given.Where(g => IsAbout(g.Operation, operation) && Has(g, operation)).ToList();
        if (ours.Count == 0)
        {
            return operation;
        }

        return operation with
        {
            Parameters =
            [
                .. operation.Parameters.Select(p =>
                    ours.FindLast(g => g.Parameter == p.Name) is { } given
                        ? p with
                        {
                            Given = Fitting(given, v => Fits(p, v, library)),
                        }
                        : p
                ),
            ],
            Body = operation.Body is { } body ? body with { Given = OfBody(ours, body, library) } : null,
        };
    }

    private static Dictionary<string, IReadOnlyList<JsonElement>> OfBody(
        List<GivenValue> ours,
        RequestBody body,
        SchemaLibrary library
    ) =>
        ours.Where(g => g.At is not null)
            .DistinctBy(g => g.At)
            .ToDictionary(
                g => g.At!,
                g =>
                    Fitting(g, v =>
                        NodeAt(library.At(body.SchemaPointer).Root, g.At!) is not { } node || FitsNode(node, v, library)
                    ),
                StringComparer.Ordinal
            );

    private static IReadOnlyList<JsonElement> Fitting(GivenValue given, Func<JsonElement, bool> fits) =>
        given.Values.All(fits)
            ? given.Values
            : throw new UnusableInputException(
                "value-against-schema",
                $"the value of {SafeText.Of(given.Place)} is against the schema of that place",
                given.Source,
                "give one that the description allows"
            );

    private static bool Fits(Parameter parameter, JsonElement value, SchemaLibrary library) =>
        parameter.SchemaPointer is not { } pointer
        || new ParameterShape(parameter, library.At(pointer), PathTemplate.Parse("/{x}")) is var shape
            && shape.Written(Payloads.ToNode(value)) is { } written
            && shape.Check(written).Count == 0;

    private static bool FitsNode(SchemaNode node, JsonElement value, SchemaLibrary library) =>
        library.At(node.Pointer).Check(value).Count == 0;

    private static bool Has(GivenValue given, Operation operation) =>
        given.Parameter is { } name
            ? operation.Parameters.Any(p => p.Name == name)
            : operation.Body is not null && given.Operation is not null;

    private static bool IsAbout(string? named, Operation operation) => named is null || named == operation.Name;

    private static SchemaNode? NodeAt(SchemaNode root, string pointer)
    {
        SchemaNode? node = root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            node = node?.Property(segment) ?? node?.Items;
        }

        return node;
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static UnusableInputException Missing(string place, string? operation, string source) =>
        new(
            "value-for-nothing",
            $"the description has no {SafeText.Of(place)}{(operation is null ? "" : $" at {SafeText.Of(operation)}")}",
            source,
            "mend the entry, or take it out"
        );
}
