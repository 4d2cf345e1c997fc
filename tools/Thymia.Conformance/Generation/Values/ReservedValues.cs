using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Which of the texts that lead to nobody a schema allows.</summary>
internal static class ReservedValues
{
    // Those that are alike differ by their last digits.
    private const int Variants = 6;
    private const int FirstNumber = 100;
    private const int Step = 111;

    public static IReadOnlyList<string> Fitting(SchemaNode node, string name) =>
        [
            .. Enumerable
                .Range(0, Variants)
                .SelectMany(i => ReservedTexts.All(FirstNumber + (i * Step)))
                .Distinct(StringComparer.Ordinal)
                .Where(t => Fits(node, t) && !ReservedTexts.LeadsToSomebody(name, t)),
        ];

    private static bool Fits(SchemaNode node, string text)
    {
        var length = TextRules.CodePoints(text);
        return length >= (node.MinLength ?? 0)
            && length <= (node.MaxLength ?? int.MaxValue)
            && (node.Pattern is not { } pattern || EcmaMatcher.IsMatch(pattern, text))
            && (node.Format is not { } format || StringFormats.IsValid(format, text) != false);
    }
}
