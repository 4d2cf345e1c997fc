using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Causes;

/// <summary>What can be said of a request's body that may explain why it fails while others pass.</summary>
internal static class RequestTraits
{
    private const int Deepest = 3;
    private const int LongestValue = 20;
    private const int LongText = 255;

    /// <summary>
    /// Clauses such as <c>webhookUrl is present</c> and <c>language is "ja-JP"</c>; null where the body is no JSON.
    /// </summary>
    public static IReadOnlySet<string>? Of(TestCase testCase)
    {
        if (testCase.Request.Body is not { Length: > 0 } body)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DepthLimits.Written });
            var traits = new HashSet<string>(StringComparer.Ordinal);
            Add(document.RootElement, "", 0, traits);
            return traits;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string Presence(string place) => $"{place} is present";

    /// <summary>The clause that says the opposite of <see cref="Presence"/>; null for any other clause.</summary>
    public static string? Absence(string trait) =>
        trait.EndsWith(" is present", StringComparison.Ordinal) ? trait[..^"present".Length] + "absent" : null;

    private static void Add(JsonElement value, string place, int depth, HashSet<string> traits)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth < Deepest:
                foreach (var property in value.EnumerateObject())
                {
                    var at = place.Length == 0 ? property.Name : $"{place}.{property.Name}";
                    traits.Add(Presence(at));
                    Add(property.Value, at, depth + 1, traits);
                }

                break;
            case JsonValueKind.String:
                AddText(value.GetString()!, place, traits);
                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null:
                traits.Add($"{place} is {value.GetRawText()}");
                break;
            default:
                break;
        }
    }

    private static void AddText(string text, string place, HashSet<string> traits)
    {
        if (text.Length <= LongestValue)
        {
            traits.Add($"{place} is \"{text}\"");
        }

        if (text.Length > LongText)
        {
            traits.Add($"{place} is longer than {LongText} characters");
        }

        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            traits.Add($"{place} has characters beyond the BMP");
        }
        else if (!Ascii.IsValid(text))
        {
            traits.Add($"{place} is not ASCII");
        }
    }
}
