using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>
/// Damages files by a seed: bytes that are lost or added, and values that are none of those a reader expects.
/// </summary>
internal static class FileMutations
{
    private const string Placeholder = "\u00a4damaged\u00a4";

    // In place of a value: other types, numbers and texts at and beyond every limit, depth, what no JSON allows.
    private static readonly string[] Values =
    [
        "null",
        "true",
        "{}",
        "[]",
        "[null]",
        "\"\"",
        "0",
        "-1",
        "1.5",
        "1e400",
        "-1e400",
        "99999999999999999999",
        "2147483648",
        "1e-400",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"x\\ud83d\"",
        "\"2026-99-99\"",
        "\"not://a url\"",
        "\"../../etc\"",
        "{\"a\":1,\"a\":2}",
        "{\"$ref\":\"#\"}",
        "{\"\\udc00\":1}",
        "NaN",
        "'",
        Deep(65),
        Deep(130),
        Deep(199),
        Deep(700),
        $"\"{new string('x', 300_000)}\"",
        "[" + string.Join(',', Enumerable.Repeat("{}", 5_000)) + "]",
    ];

    /// <summary>One mutation of the text.</summary>
    public static byte[] Of(byte[] whole, Seed seed)
    {
        var random = new Bogus.Randomizer((int)(seed.Value & int.MaxValue));
        var lines = Encoding.UTF8.GetString(whole);
        return random.Number(3) switch
        {
            0 => Bytes(whole, random),
            1 => Lines(lines, random),
            _ => Encoding.UTF8.GetBytes(Tree(lines, random)),
        };
    }

    private static byte[] Bytes(byte[] whole, Bogus.Randomizer random)
    {
        var bytes = whole.ToList();
        for (var i = random.Number(1, 3); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Number(bytes.Count - 1);
            switch (random.Number(4))
            {
                case 0:
                    bytes[at] = random.Byte();
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Number(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, random.Bytes(random.Number(1, 8)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = random.ArrayElement("{}[]\",:\0\t\n\\-#&*!|>%@`"u8.ToArray());
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Lines(string text, Bogus.Randomizer random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Number(lines.Count - 1);
        switch (random.Number(3))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Number(lines.Count - 1)]);
                break;
            case 2:
                lines[at] = random.ArrayElement([
                    "",
                    " ",
                    "null",
                    "[]",
                    "{}",
                    "---",
                    "...",
                    "\t",
                    "- x",
                    "? x",
                    lines[at] + lines[at],
                    "  " + lines[at],
                ]);
                break;
            default:
                var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
                lines[at] = (colon < 0 ? lines[at] : lines[at][..(colon + 1)]) + " " + random.ArrayElement(Values);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // Of several documents, one to a line, one; of what is no JSON, a line.
    private static string Tree(string text, Bogus.Randomizer random)
    {
        var lines = text.Split('\n');
        var isWhole = TryParse(text, out var root);
        var at = random.Number(lines.Length - 1);
        if (!isWhole && !TryParse(lines[at], out root))
        {
            return Encoding.UTF8.GetString(Lines(text, random));
        }

        var places = Places(root!).ToList();
        if (places.Count == 0)
        {
            return random.ArrayElement(Values);
        }

        var damaged = Damage(root!, random.ListItem(places), random);
        return isWhole ? damaged : string.Join('\n', [.. lines[..at], damaged, .. lines[(at + 1)..]]);
    }

    private static string Damage(JsonNode root, (JsonNode Parent, string Step) place, Bogus.Randomizer random)
    {
        var index = place.Parent is JsonArray ? int.Parse(place.Step, CultureInfo.InvariantCulture) : 0;
        switch (random.Number(4), place.Parent)
        {
            case (0, JsonObject parent):
                parent.Remove(place.Step);
                return root.ToJsonString();
            case (0, JsonArray parent):
                parent.RemoveAt(index);
                return root.ToJsonString();
            case (1, JsonObject parent):
                parent[Placeholder] = parent[place.Step]?.DeepClone();
                return root.ToJsonString()
                    .Replace(
                        JsonSerializer.Serialize(Placeholder),
                        JsonSerializer.Serialize(place.Step),
                        StringComparison.Ordinal
                    );
            case (_, JsonObject parent):
                parent[place.Step] = Placeholder;
                break;
            case (_, JsonArray parent):
                parent[index] = Placeholder;
                break;
        }

        return root.ToJsonString()
            .Replace(JsonSerializer.Serialize(Placeholder), random.ArrayElement(Values), StringComparison.Ordinal);
    }

    private static bool TryParse(string text, out JsonNode? root)
    {
        try
        {
            root = JsonNode.Parse(text);
            return root is JsonObject or JsonArray;
        }
        catch (JsonException)
        {
            root = null;
            return false;
        }
    }

    private static IEnumerable<(JsonNode Parent, string Step)> Places(JsonNode node) =>
        node switch
        {
            JsonObject map => map.SelectMany(p => (p.Value is null ? [] : Places(p.Value)).Prepend((map, p.Key))),
            JsonArray list => list.SelectMany(
                (item, i) =>
                    (item is null ? [] : Places(item)).Prepend((list, i.ToString(CultureInfo.InvariantCulture)))
            ),
            _ => [],
        };

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);
}
