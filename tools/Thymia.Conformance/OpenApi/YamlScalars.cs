using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Scalars by the core schema of YAML 1.2 (section 10.3.2). Numbers keep every digit; infinity and NaN, which JSON
/// does not know, stay text.
/// </summary>
internal static partial class YamlScalars
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    public static JsonNode? Read(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? null : scalar.Tag.Value;
        var isText = tag is null ? scalar.Style != ScalarStyle.Plain : !IsResolved(tag);
        return isText ? JsonValue.Create(scalar.Value) : Resolve(scalar.Value);
    }

    // Only these tags ask for what the value looks like; the others, and the bare '!', ask for text.
    private static bool IsResolved(string tag) =>
        tag.StartsWith(TagPrefix, StringComparison.Ordinal)
        && tag[TagPrefix.Length..] is "null" or "bool" or "int" or "float";

    private static JsonNode? Resolve(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => Number(text) is { } number ? JsonNode.Parse(number) : JsonValue.Create(text),
        };

    /// <summary>The number in JSON's spelling; null where the text is none.</summary>
    private static string? Number(string text)
    {
        if (text is ['0', 'x', _, ..] && text.Skip(2).All(char.IsAsciiHexDigit))
        {
            var hex = BigInteger.Parse("0" + text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return hex.ToString(CultureInfo.InvariantCulture);
        }

        if (text is ['0', 'o', _, ..] && text.Skip(2).All(c => c is >= '0' and <= '7'))
        {
            var octal = text.Skip(2).Aggregate(BigInteger.Zero, (n, c) => (n * 8) + (c - '0'));
            return octal.ToString(CultureInfo.InvariantCulture);
        }

        var match = Decimal().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var sign = text[0] == '-' ? "-" : "";
        var whole = match.Groups["whole"].Value.TrimStart('0');
        var fraction = match.Groups["fraction"].Value;
        return sign
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length > 1 ? fraction : "")
            + match.Groups["exponent"];
    }

    [GeneratedRegex(
        @"^[-+]?(?=\.?[0-9])(?<whole>[0-9]*)(?<fraction>\.[0-9]*)?(?<exponent>[eE][-+]?[0-9]+)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Decimal();
}
