using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads a document written as JSON, and remembers the line of each place.</summary>
internal ref struct JsonSource
{
    private const int MaxDepth = DepthLimits.Description;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Dictionary<string, int> _lines;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line;

    private JsonSource(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _lines = new(StringComparer.Ordinal) { [""] = 1 };
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        _line = 1;
    }

    /// <summary>True where the text is meant as JSON, to judge by how it starts.</summary>
    public static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="DoubledNameException">A key is named twice.</exception>
    public static SourceText Read(string text)
    {
        var source = new JsonSource(Encoding.UTF8.GetBytes(text));
        source._reader.Read();
        var root = source.ReadValue("");
        source._reader.Read();
        return new SourceText(root, source._lines);
    }

    private JsonNode? ReadValue(string pointer)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(pointer);
            case JsonTokenType.StartArray:
                var list = new JsonArray();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    var child = $"{pointer}/{list.Count}";
                    _lines[child] = Line();
                    list.Add(ReadValue(child));
                }

                return list;
            case JsonTokenType.Number:
                return JsonNode.Parse(_reader.ValueSpan);
            case JsonTokenType.String:
                return JsonValue.Create(Text());
            default:
                return _reader.TokenType == JsonTokenType.Null ? null : JsonValue.Create(_reader.GetBoolean());
        }
    }

    private JsonObject ReadObject(string pointer)
    {
        var result = new JsonObject();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text();
            var child = JsonPointer.Append(pointer, name);
            var line = Line();
            if (result.ContainsKey(name))
            {
                throw new DoubledNameException(name, _lines[child], line - 1, Column() - 1);
            }

            _lines[child] = line;
            _reader.Read();
            result[name] = ReadValue(child);
        }

        return result;
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("a text holds half of a surrogate pair", null, Line() - 1, Column() - 1);
        }
    }

    private readonly int Column() =>
        (int)_reader.TokenStartIndex - _bytes[..(int)_reader.TokenStartIndex].LastIndexOf((byte)'\n');

    // Tokens come in order, so the lines between the last one and this are counted once.
    private int Line()
    {
        var at = (int)_reader.TokenStartIndex;
        _line += _bytes[_counted..at].Count((byte)'\n');
        _counted = at;
        return _line;
    }
}
