using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Turns YAML 1.2 into a JSON tree, and remembers the line of each place. Scalars follow the core schema, so
/// <c>yes</c>, <c>on</c> and dates are text; keys are text as written; the merge key <c>&lt;&lt;</c> of YAML 1.1 is
/// honoured.
/// </summary>
internal sealed class YamlText
{
    private const int MaxDepth = DepthLimits.Description;

    // A few lines of aliases to aliases could otherwise fill all memory.
    private const int MaxNodes = 2_000_000;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };
    private readonly Dictionary<string, (JsonNode? Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int _nodes;

    private YamlText(TextReader text)
    {
        _parser = new Parser(text);
    }

    /// <exception cref="YamlException">The text is not YAML, or not one document of it.</exception>
    public static SourceText Read(string text)
    {
        using var reader = new StringReader(text);
        var yaml = new YamlText(reader);
        try
        {
            return new SourceText(yaml.ReadDocument(), yaml._lines);
        }
        catch (YamlException e) when (e.Message.Contains("invalid tab", StringComparison.Ordinal))
        {
            // The library names the mapping around it.
            var tab = FirstTab(text);
            throw new YamlException(tab, tab, "a tab cannot indent YAML", e);
        }
        catch (Exception e) when (e is not YamlException)
        {
            // The library loses its way in some texts instead of saying what is wrong with them.
            var last = yaml._parser.Current?.End ?? Mark.Empty;
            throw new YamlException(last, last, "the text makes no sense behind this place", e);
        }
    }

    private static Mark FirstTab(string text)
    {
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.TrimStart(' ') is ['\t', ..]);
        return line < 0 ? Mark.Empty : new Mark(0, line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    private JsonNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var end))
        {
            throw Problem(end, "the file is empty");
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode("", 0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second)
            ? throw Problem(second, "a second document starts here, and only one can be read")
            : root;
    }

    private JsonNode? ReadNode(string pointer, int depth)
    {
        var start = _parser.Consume<ParsingEvent>();
        if (depth > MaxDepth)
        {
            throw Problem(start, $"it is nested more than {MaxDepth} deep");
        }

        if (start is AnchorAlias alias)
        {
            return Copy(alias);
        }

        var before = _nodes;
        Count(start, 1);
        var node = start switch
        {
            MappingStart => ReadMapping(pointer, depth),
            SequenceStart => ReadSequence(pointer, depth),
            _ => YamlScalars.Read(Whole((Scalar)start)),
        };
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private JsonNode? Copy(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
        {
            throw Problem(alias, $"the alias '*{alias.Value.Value}' has no anchor before it");
        }

        Count(alias, anchored.Size);
        return anchored.Node?.DeepClone();
    }

    private void Count(ParsingEvent at, int more)
    {
        _nodes += more;
        if (_nodes > MaxNodes)
        {
            throw Problem(at, $"its aliases stand for more than {MaxNodes} values");
        }
    }

    private JsonArray ReadSequence(string pointer, int depth)
    {
        var result = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var child = $"{pointer}/{result.Count}";
            _parser.Accept<ParsingEvent>(out var item);
            _lines[child] = (int)item!.Start.Line;
            result.Add(ReadNode(child, depth + 1));
        }

        return result;
    }

    private JsonObject ReadMapping(string pointer, int depth)
    {
        var result = new JsonObject();
        var merged = new List<JsonObject>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw Problem(
                    _parser.Current!,
                    "a key is itself a list, a mapping or an alias, where JSON knows only text"
                );
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged.AddRange(ReadMerged(key, pointer, depth));
                continue;
            }

            var child = JsonPointer.Append(pointer, Whole(key).Value);
            if (result.ContainsKey(key.Value))
            {
                throw new DoubledKeyException(key.Value, _lines[child], key.Start);
            }

            _lines[child] = (int)key.Start.Line;
            result[key.Value] = ReadNode(child, depth + 1);
        }

        Merge(merged, result);
        return result;
    }

    private IEnumerable<JsonObject> ReadMerged(Scalar key, string pointer, int depth)
    {
        // Read below a name of its own, so that no line is noted for a place that does not exist.
        var value = ReadNode(pointer + "/<<", depth + 1);
        return value switch
        {
            JsonObject one => [one],
            JsonArray many when many.All(m => m is JsonObject) => many.OfType<JsonObject>(),
            _ => throw Problem(key, "the merge key '<<' takes a mapping or a list of mappings"),
        };
    }

    // What the mapping says itself counts more, and an earlier merge more than a later one.
    private static void Merge(IEnumerable<JsonObject> merged, JsonObject result)
    {
        foreach (var (name, value) in merged.SelectMany(m => m))
        {
            if (!result.ContainsKey(name))
            {
                result[name] = value?.DeepClone();
            }
        }
    }

    // No text of JSON holds half of one.
    private static Scalar Whole(Scalar scalar) =>
        !IsWhole(scalar.Value) ? throw Problem(scalar, "a text holds half of a surrogate pair") : scalar;

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static YamlException Problem(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
