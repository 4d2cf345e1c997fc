using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Thymia.Provider.Json;

/// <summary>Bytes known to be well-formed JSON, of which <see cref="JsonValue"/>s are slices.</summary>
internal sealed class JsonText
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly List<Range> _nonFinite;

    private readonly JsonReaderOptions _options;

    public JsonText(ReadOnlyMemory<byte> original, NumberNormalisation numbers, JsonReaderOptions options)
    {
        Original = original;
        Readable = numbers.Readable;
        _nonFinite = numbers.NonFinite;
        _options = options;
    }

    /// <summary>As sent.</summary>
    public ReadOnlyMemory<byte> Original { get; }

    /// <summary>The same length, with ordinary numbers in place of NaN and Infinity.</summary>
    public ReadOnlyMemory<byte> Readable { get; }

    public bool HasNonFinite(int start, int end)
    {
        foreach (var place in _nonFinite)
        {
            if (place.Start.Value >= start && place.Start.Value < end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bytes between, with null for every number that JSON cannot write.</summary>
    public byte[] WithNull(int start, int end)
    {
        var text = new ArrayBufferWriter<byte>(end - start);
        var places = _nonFinite.Where(place => place.Start.Value >= start && place.Start.Value < end);
        foreach (var place in places.OrderBy(place => place.Start.Value).ToList())
        {
            text.Write(Original.Span[start..place.Start.Value]);
            text.Write("null"u8);
            start = place.End.Value;
        }

        text.Write(Original.Span[start..end]);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>A text of our own as a value.</summary>
    public static JsonValue Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return new JsonText(bytes, NumberNormalisation.None(bytes), AnyDepth).Root();
    }

    /// <summary>The whole text as one value.</summary>
    public JsonValue Root()
    {
        var reader = ReaderAt(0, Readable.Length);
        reader.Read();
        return Take(ref reader, 0);
    }

    public static List<JsonMember> MembersOf(JsonValue value)
    {
        var text = value.Text!;
        var reader = text.ReaderAt(value.Start, value.End);
        var members = new List<JsonMember>(8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(reader.ValueSpan);
            reader.Read();
            members.Add(new JsonMember(name, text.Take(ref reader, value.Start)));
        }

        return members;
    }

    public static List<JsonValue> ElementsOf(JsonValue value)
    {
        var text = value.Text!;
        var reader = text.ReaderAt(value.Start, value.End);
        var elements = new List<JsonValue>();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(text.Take(ref reader, value.Start));
        }

        return elements;
    }

    private Utf8JsonReader ReaderAt(int start, int end) => new(Readable.Span[start..end], _options);

    private JsonValue Take(ref Utf8JsonReader reader, int offset)
    {
        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new JsonValue(this, kind, offset + start, offset + (int)reader.BytesConsumed);
    }
}
