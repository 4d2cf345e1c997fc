using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Thymia.Conformance.Spec;

/// <summary>Turns YAML 1.2 (and so JSON) into a JSON tree, and remembers the line of each place.</summary>
internal sealed class YamlText
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };

    private YamlText(YamlNode root)
    {
        Json = Convert(root, "");
    }

    public JsonNode? Json { get; }

    /// <summary>JSON Pointer to line, from 1.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static YamlText Read(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents.Count == 0
            ? throw new YamlException("the file is empty")
            : new YamlText(stream.Documents[0].RootNode);
    }

    private JsonNode? Convert(YamlNode node, string pointer)
    {
        switch (node)
        {
            case YamlMappingNode map:
                var result = new JsonObject();
                foreach (var (key, value) in map.Children)
                {
                    var name = ((YamlScalarNode)key).Value!;
                    var child = JsonPointer.Append(pointer, name);
                    _lines[child] = (int)key.Start.Line;
                    result[name] = Convert(value, child);
                }

                return result;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select((item, i) => ConvertItem(item, $"{pointer}/{i}"))]);
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private JsonNode? ConvertItem(YamlNode item, string pointer)
    {
        _lines[pointer] = (int)item.Start.Line;
        return Convert(item, pointer);
    }

    // The core schema of YAML 1.2: only plain scalars can be anything but text, and yes and no are text.
    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => Number(text) ?? JsonValue.Create(text),
        };
    }

    private static JsonValue? Number(string text)
    {
        if (!char.IsAsciiDigit(text[^1]) && text[^1] != '.')
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Real, CultureInfo.InvariantCulture, out var exact) ? JsonValue.Create(exact) : null;
    }
}
