using NJsonSchema;
using Thymia.Conformance.Schemas.Formats;
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
            && !EcmaMatcher.IsMatch((string)pattern!, text))
        {
            yield return Kind.PatternMismatch;
        }

        // One kind stands for every format: the violation names the keyword, not the format.
        if (schema.Format is { } format && StringFormats.IsValid(format, text) == false)
        {
            yield return Kind.DateTimeExpected;
        }
    }

    public static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
