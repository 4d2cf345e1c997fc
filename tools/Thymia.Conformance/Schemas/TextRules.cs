using System.Text.Json;
using Newtonsoft.Json.Linq;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Schemas;

/// <summary>Lengths in code points, patterns as ECMAScript, formats to the letter.</summary>
internal static class TextRules
{
    public static Func<JToken, bool>? Rule(string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "minLength":
                var min = CollectionRules.Bound(value);
                return token => token.Type != JTokenType.String || CodePoints((string)token!) >= min;
            case "maxLength":
                var max = CollectionRules.Bound(value);
                return token => token.Type != JTokenType.String || CodePoints((string)token!) <= max;
            case "pattern":
                var pattern = value.GetString()!;
                return token => token.Type != JTokenType.String || EcmaMatcher.IsMatch(pattern, (string)token!);
            default:
                var format = value.GetString()!;
                return !StringFormats.IsKnown(format)
                    ? null
                    : token =>
                        token.Type != JTokenType.String || StringFormats.IsValid(format, (string)token!) != false;
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
