using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>Writes JSON anew with some of its values replaced.</summary>
internal static class MaskedJson
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MostDepth,
    };

    private const int MostDepth = DepthLimits.Written;

    /// <param name="Paths">What is masked.</param>
    /// <param name="Mask">What stands in place of a text.</param>
    /// <param name="Subject">A place that is not masked though a path leads to it; null for none.</param>
    public sealed record Rules(IReadOnlyList<JsonPath> Paths, Func<string, string> Mask, IReadOnlyList<string>? Subject)
    {
        /// <summary>Whether a masked number stays a number; false by default.</summary>
        public bool KeepsTypes { get; init; }

        /// <summary>Masks what a text holds as text; by default it is left as it is.</summary>
        public Func<string, string> Within { get; init; } = text => text;

        /// <summary>Where the value stands in its document; the root by default.</summary>
        public IReadOnlyList<string> At { get; init; } = [];
    }

    /// <summary>
    /// The masked text; null where the bytes are no JSON. Bytes with nothing to mask come back as they are.
    /// </summary>
    public static ReadOnlyMemory<byte>? Rewrite(ReadOnlyMemory<byte> body, Rules rules)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MostDepth });
            var buffer = new ArrayBufferWriter<byte>(Math.Max(body.Length, 1));
            using var writer = new Utf8JsonWriter(buffer, Plain);
            var walk = new Walk(writer, rules);
            walk.Write(document.RootElement, [.. rules.At]);
            writer.Flush();
            return walk.Masked ? buffer.WrittenMemory : body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed class Walk(Utf8JsonWriter writer, Rules rules)
    {
        public bool Masked { get; private set; }

        public void Write(JsonElement at, List<string> path)
        {
            var isSubject = rules.Subject is { } subject && path.SequenceEqual(subject);
            if (!isSubject && path.Count > 0 && IsMeant(path))
            {
                WriteMasked(at);
            }
            else if (at.ValueKind == JsonValueKind.Object)
            {
                WriteObject(at, path);
            }
            else if (at.ValueKind == JsonValueKind.Array)
            {
                writer.WriteStartArray();
                var i = 0;
                foreach (var item in at.EnumerateArray())
                {
                    WriteWithin(item, path, (i++).ToString(CultureInfo.InvariantCulture));
                }

                writer.WriteEndArray();
            }
            else if (
                at.ValueKind == JsonValueKind.String
                && at.GetString()! is var text
                && rules.Within(text) is var within
                && within != text
            )
            {
                Masked = true;
                writer.WriteStringValue(within);
            }
            else
            {
                at.WriteTo(writer);
            }
        }

        // One list serves all the way down and up again.
        private void WriteWithin(JsonElement at, List<string> path, string step)
        {
            path.Add(step);
            Write(at, path);
            path.RemoveAt(path.Count - 1);
        }

        private bool IsMeant(List<string> path)
        {
            foreach (var meant in rules.Paths)
            {
                if (meant.Matches(path))
                {
                    return true;
                }
            }

            return false;
        }

        // An error item repeats what was sent: its loc says which place of the request that is.
        private void WriteObject(JsonElement at, List<string> path)
        {
            var blamed =
                at.TryGetProperty("loc", out var loc) && loc.ValueKind == JsonValueKind.Array
                    ? loc.EnumerateArray().Skip(1).Select(s => s.ToString()).ToList()
                    : null;
            writer.WriteStartObject();
            foreach (var member in at.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                switch (member.Name)
                {
                    case "input" when blamed is not null:
                        Write(member.Value, blamed);
                        break;
                    case "doc" when member.Value.ValueKind == JsonValueKind.String && path is [.., "ctx"]:
                        WriteMasked(member.Value);
                        break;
                    default:
                        WriteWithin(member.Value, path, member.Name);
                        break;
                }
            }

            writer.WriteEndObject();
        }

        // Objects and lists keep their shape, so that a reader still sees what kind of value it was.
        private void WriteMasked(JsonElement at)
        {
            switch (at.ValueKind)
            {
                case JsonValueKind.Number when rules.KeepsTypes:
                    Masked = true;
                    writer.WriteNumberValue(1);
                    break;
                case JsonValueKind.String or JsonValueKind.Number:
                    Masked = true;
                    writer.WriteStringValue(rules.Mask(at.ToString()));
                    break;
                case JsonValueKind.Array:
                    writer.WriteStartArray();
                    foreach (var item in at.EnumerateArray())
                    {
                        WriteMasked(item);
                    }

                    writer.WriteEndArray();
                    break;
                case JsonValueKind.Object:
                    writer.WriteStartObject();
                    foreach (var member in at.EnumerateObject())
                    {
                        writer.WritePropertyName(member.Name);
                        WriteMasked(member.Value);
                    }

                    writer.WriteEndObject();
                    break;
                default:
                    at.WriteTo(writer);
                    break;
            }
        }
    }
}
