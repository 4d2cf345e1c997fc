using NJsonSchema;

namespace Thymia.Conformance.Schemas;

/// <summary>What a compiled schema demands, worked out once: most demand little, and are visited by the million.</summary>
internal sealed class SchemaDemands(JsonSchema schema)
{
    private readonly bool _combines =
        schema.AllOf.Count > 0 || schema.AnyOf.Count > 0 || schema.OneOf.Count > 0 || schema.Not is not null;

    private readonly bool _looksIntoObjects = schema.Properties.Count > 0 || schema.RequiredProperties.Count > 0
        || schema.PatternProperties.Count > 0 || schema.AdditionalPropertiesSchema is not null
        || !schema.AllowAdditionalProperties || schema.MinProperties > 0;

    private readonly bool _looksIntoArrays = schema.Item is not null || schema.Items.Count > 0;

    public JsonObjectType Type => schema.Type;

    /// <summary>The members of <c>enum</c>; none where any value will do.</summary>
    public object?[] Members { get; } = [.. schema.Enumeration];

    /// <summary>Whether there is a keyword about text.</summary>
    public bool OfText { get; } = schema.MinLength is not null || schema.MaxLength is not null || schema.Format is not null
        || schema.ExtensionData?.ContainsKey(EngineDocument.PatternMark) == true;

    public bool OfNumbers { get; } = schema.Minimum is not null || schema.Maximum is not null
        || schema.ExclusiveMinimum is not null || schema.ExclusiveMaximum is not null || schema.MultipleOf is not null;

    public bool OfCounts { get; } = schema.UniqueItems || schema.MinItems > 0
        || schema.ExtensionData?.ContainsKey("x-maxItems") == true
        || schema.ExtensionData?.ContainsKey("x-maxProperties") == true;

    /// <summary>
    /// Whether the library has anything to say about such a value that <see cref="StrictValidator"/> would keep: what
    /// lies below the value, and what <c>allOf</c> and its like combine.
    /// </summary>
    public bool NeedsLibrary(bool isObject, bool isArray) =>
        _combines || (isObject && _looksIntoObjects) || (isArray && _looksIntoArrays);
}
