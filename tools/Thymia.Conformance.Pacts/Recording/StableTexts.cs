using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// What to show for a text that a provider answered. Texts repeated from the request are shown as that shows them;
/// those that may differ from answer to answer, or hold what the request said, give way to fixed ones.
/// </summary>
/// <param name="sent">The request body as it was sent.</param>
/// <param name="stable">The same with everything in it fixed.</param>
/// <param name="isRefusal">The words of a refusal are a framework's own, and no part of what is agreed.</param>
internal sealed partial class StableTexts(JsonNode? sent, JsonNode? stable, bool isRefusal)
{
    private const int ShortestTelling = 4;

    private readonly Dictionary<string, string> _echoes = Echoes(sent, stable);

    public string Show(SchemaNode node, string pointer, string answered)
    {
        if (_echoes.TryGetValue(answered, out var shown))
        {
            return shown;
        }

        var isWording = !isRefusal && node.Format is null && Wording().IsMatch(answered) && !Repeats(answered);
        return isWording ? answered : FixedTexts.For(node, pointer) ?? answered;
    }

    private bool Repeats(string answered) =>
        _echoes.Any(e =>
            e.Key.Length >= ShortestTelling && e.Key != e.Value && answered.Contains(e.Key, StringComparison.Ordinal)
        );

    private static Dictionary<string, string> Echoes(JsonNode? sent, JsonNode? stable)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(sent, stable, result);
        return result;
    }

    private static void Collect(JsonNode? sent, JsonNode? stable, Dictionary<string, string> into)
    {
        switch (sent, stable)
        {
            case (JsonObject a, JsonObject b):
                foreach (var (name, value) in a)
                {
                    Collect(value, b[name], into);
                }

                break;
            case (JsonArray a, JsonArray b):
                foreach (var (x, y) in a.Zip(b))
                {
                    Collect(x, y, into);
                }

                break;
            case (JsonValue a, JsonValue b) when a.TryGetValue<string>(out var x) && b.TryGetValue<string>(out var y):
                into.TryAdd(x, y);
                break;
            default:
                break;
        }
    }

    // Digits mean ids, times and positions; slashes mean addresses.
    [GeneratedRegex(
        """^[A-Za-z][A-Za-z .,;:'"_()-]{0,199}$""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Wording();
}
