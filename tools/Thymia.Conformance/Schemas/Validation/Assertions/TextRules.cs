using System.Text.Json;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Schemas.Validation.Assertions;

/// <summary>Lengths in code points, patterns as ECMAScript, formats to the letter.</summary>
internal static class TextRules
{
    public static ValueRule? Rule(string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "minLength":
                var min = CollectionRules.Bound(value);
                return (in v) => v.Text is not { } text || CodePoints(text) >= min;
            case "maxLength":
                var max = CollectionRules.Bound(value);
                return (in v) => v.Text is not { } text || CodePoints(text) <= max;
            case "pattern":
                var pattern = value.GetString()!;
                return (in v) => v.Text is not { } text || EcmaMatcher.IsMatch(pattern, text);
            default:
                var format = value.GetString()!;
                return !StringFormats.IsKnown(format)
                    ? null
                    : (in v) => v.Text is not { } text || StringFormats.IsValid(format, text) != false;
        }
    }

    public static int CodePoints(string text)
    {
        var pairs = 0;
        foreach (var c in text)
        {
            pairs += char.IsLowSurrogate(c) ? 1 : 0;
        }

        return text.Length - pairs;
    }
}
