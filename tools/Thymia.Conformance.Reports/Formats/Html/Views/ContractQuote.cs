using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>What the contract says about a finding: the words, and the line they stand on.</summary>
/// <param name="Place">File and line, such as <c>api.yaml:47</c>.</param>
/// <param name="Text">The keyword and its value as written; null where prose or sense demands it.</param>
/// <param name="Prose">The description beside it; null where there is none.</param>
public sealed record ContractQuote(string Place, string? Text, string? Prose)
{
    private const int Longest = 400;
    private const string Description = "description";

    internal static ContractQuote? Of(ContractIndex index, ReportedFinding finding)
    {
        if (index.Find(finding) is not { } pointer)
        {
            return null;
        }

        var keyword = JsonPointer.Segments(pointer)[^1];
        var value = index.At(pointer);
        var schema = index.At(JsonPointer.Parent(pointer));
        return new ContractQuote(
            SafeText.Of(index.PlaceOf(pointer)),
            keyword != Description && value is { ValueKind: not JsonValueKind.Undefined } found
                ? SafeText.Of($"{keyword}: {Short(found.GetRawText())}")
                : null,
            schema is { ValueKind: JsonValueKind.Object } owner
            && owner.TryGetProperty(Description, out var prose)
            && prose.ValueKind == JsonValueKind.String
                ? SafeText.Of(Short(prose.GetString()!))
                : null
        );
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Shortened.After(line, Longest, "…");
    }
}
