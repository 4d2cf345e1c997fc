using NJsonSchema;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas;

/// <summary>Lengths in code points, patterns as ECMAScript, formats to the letter.</summary>
internal static class TextRules
{
    public static IEnumerable<Kind> Judge(string text, JsonSchema schema)
    {
        if (schema.MinLength is { } min && CodePoints(text) < min)
        {
            yield return Kind.StringTooShort;
        }

        if (schema.MaxLength is { } max && CodePoints(text) > max)
        {
            yield return Kind.StringTooLong;
        }

        if (schema.ExtensionData is { } marks && marks.TryGetValue(EngineDocument.PatternMark, out var pattern)
            && !EcmaPattern.IsMatch((string)pattern!, text))
        {
            yield return Kind.PatternMismatch;
        }
    }

    public static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
