using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>One schema made ready to be judged by: what it says of a value itself, and the schemas that it applies to
/// the same value, to its properties and to its items.</summary>
internal sealed class SchemaRules
{
    private readonly ConcurrentDictionary<string, (string Expected, string Source)> _told = new(StringComparer.Ordinal);

    /// <param name="notRequired">Properties that need not be there although the schema requires them.</param>
    public SchemaRules(SchemaPart part, SchemaResource resource, IReadOnlySet<string> notRequired)
    {
        Part = part;
        Resource = resource;
        Own = new ValueRules(part.Stated());
        Required = [.. part.Required().Distinct().Where(n => !notRequired.Contains(n)).Select(n => new NameRule(n))];
        ForbidsOthers = part.Says("additionalProperties", JsonValueKind.False);
        IsFalse = part.IsFalse;
        Tracks = part.Has("unevaluatedProperties") || part.Has("unevaluatedItems");
    }

    /// <summary>The schema as written.</summary>
    public SchemaPart Part { get; }

    /// <summary>The schema <c>false</c>, which no value fits.</summary>
    public bool IsFalse { get; }

    /// <summary>What it is a part of: references by <c>$dynamicRef</c> depend on which resources led here.</summary>
    public SchemaResource Resource { get; }

    /// <summary>The keyword for which nothing in it is judged; null where it is.</summary>
    public string? PassedOver { get; init; }

    /// <summary>What it says of the value itself.</summary>
    public ValueRules Own { get; }

    public ImmutableArray<NameRule> Required { get; }

    /// <summary>True where properties beyond the named ones are not allowed.</summary>
    public bool ForbidsOthers { get; }

    /// <summary>True where it asks which properties and items have been evaluated.</summary>
    public bool Tracks { get; }

    /// <summary>The schemas that have a say in the same value; null where there are none.</summary>
    public InPlaceRules? InPlace { get; set; }

    /// <summary>What it says of an object's properties; null where nothing.</summary>
    public PropertyRules? Properties { get; set; }

    /// <summary>What it says of an array's items; null where nothing.</summary>
    public ItemRules? Items { get; set; }

    /// <summary>What properties must honour that nothing has evaluated.</summary>
    public SchemaRules? UnevaluatedProperties { get; set; }

    /// <summary>What items must honour that nothing has evaluated.</summary>
    public SchemaRules? UnevaluatedItems { get; set; }

    /// <summary>What the keyword demands and what states it, in the words of a violation.</summary>
    public (string Expected, string Source) Told(string keyword) =>
        _told.GetOrAdd(keyword, k => (Expectations.Of(Part, k), $"{SchemaNames.Of(Part.Pointer)}, {k}"));
}

/// <summary>A property's name, and the same in UTF-8, in which it is found fastest.</summary>
internal sealed record NameRule(string Name)
{
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Name);
}
