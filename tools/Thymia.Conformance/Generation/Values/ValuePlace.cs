using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// A place in payloads, with all that making a value there needs to know; worked out once, like the places below it.
/// </summary>
/// <param name="node">The schema of the value.</param>
/// <param name="pointer">Where it stands: its name tells what it is about, its place
/// where its randomness starts.</param>
/// <param name="example">The documented example of the value; null where there is none.</param>
internal sealed class ValuePlace(SchemaNode node, string pointer, JsonNode? example = null)
{
    // Longer arrays come in few cases.
    private const int MostKept = 16;

    private readonly ValuePlace?[] _items = new ValuePlace?[node.Items is null ? 0 : MostKept];
    private ValuePlace[]? _properties;
    private ValuePlace[]? _oneOf;
    private ValuePlace[]? _anyOf;
    private ValuePlace[]? _languages;
    private string[]? _undeclared;
    private OpenObject? _open;
    private IReadOnlyList<string>? _reserved;

    public SchemaNode Node => node;

    /// <summary>How often the schema governs a place above as well: rounds of a schema that holds itself.</summary>
    public int Rounds
    {
        get
        {
            var rounds = 0;
            for (var place = Parent; place is not null; place = place.Parent)
            {
                rounds += place.Pointer != pointer && place.Node.Identity == node.Identity ? 1 : 0;
            }

            return rounds;
        }
    }

    private ValuePlace? Parent { get; init; }

    public string Pointer => pointer;

    /// <summary>The property's name; empty where it is none.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Whether the object above must have the property.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>The name that the value stands under, be it in a list.</summary>
    public string NearestName { get; } =
        JsonPointer.Segments(pointer).LastOrDefault(s => !s.All(char.IsAsciiDigit)) ?? "";

    /// <summary>
    /// Whether the schema says more of a text than its type and format, so that a made-up one may not fit.
    /// </summary>
    public bool IsSteered => node.Pattern is not null || node.MaxLength is not null || node.MinLength is not null;

    /// <summary>
    /// Texts that lead to nobody and fit here, as the schema's own judge finds; none where none does.
    /// </summary>
    public IReadOnlyList<string> Reserved => _reserved ??= ReservedValues.Fitting(node, NearestName);

    public Meaning Meaning { get; } = Meanings.Of(pointer);

    /// <summary>How many steps it is away from the whole.</summary>
    public int Depth { get; } = pointer.AsSpan().Count('/');

    /// <summary>Those that the schema names, in the order of the document.</summary>
    public ReadOnlySpan<ValuePlace> Properties =>
        _properties ??= [.. node.Properties.Select(p => Below(p.Key, p.Value))];

    /// <summary>Names that the schema requires and says no more about.</summary>
    public ReadOnlySpan<string> Undeclared =>
        _undeclared ??= [.. node.Required.Except(node.Properties.Select(p => p.Key))];

    /// <summary>The property that tells the language of the object; null where none does.</summary>
    public ValuePlace? Language =>
        (
            _languages ??= Array.FindAll(Properties.ToArray(), p =>
                Meanings.OfName(p.Name) == Meaning.Language && p.Node.Enum is { Count: > 0 }
            )
        )
            is [var first, ..]
            ? first
            : null;

    /// <summary>An object here whose properties the schema leaves open.</summary>
    public OpenObject Open => _open ??= new OpenObject(example as JsonObject, pointer);

    public ReadOnlySpan<ValuePlace> OneOf => _oneOf ??= Branches("oneOf", node.OneOf.Count);

    public ReadOnlySpan<ValuePlace> AnyOf => _anyOf ??= Branches("anyOf", node.AnyOf.Count);

    /// <summary>A property here, whether the schema names it or not.</summary>
    public ValuePlace Below(string name, SchemaNode schema) =>
        new(schema, JsonPointer.Append(pointer, name), example is JsonObject map ? map[name] : null)
        {
            Name = name,
            IsRequired = node.Required.Contains(name),
            Parent = this,
        };

    public ValuePlace Item(int index) => index < MostKept ? _items[index] ??= ItemAt(index) : ItemAt(index);

    private ValuePlace ItemAt(int index) => new(node.Items!, $"{pointer}/{index}") { Parent = this };

    private ValuePlace[] Branches(string keyword, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new ValuePlace(node.Choose(keyword, i), pointer, example)
                {
                    Name = Name,
                    IsRequired = IsRequired,
                    Parent = this,
                }),
        ];
}
