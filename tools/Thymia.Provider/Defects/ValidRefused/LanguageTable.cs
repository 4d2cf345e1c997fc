namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the language and refused.</summary>
internal sealed class LanguageTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        RefusedInput.OfMember("language-en-refused", "language", "en"),
        RefusedInput.OfMember("language-en-au-refused", "language", "en-AU"),
        RefusedInput.OfMember("language-en-gb-refused", "language", "en-GB"),
        RefusedInput.OfMember("language-en-ie-refused", "language", "en-IE"),
        RefusedInput.OfMember("language-en-in-refused", "language", "en-IN"),
        RefusedInput.OfMember("language-en-us-refused", "language", "en-US"),
        RefusedInput.OfMember("language-en-za-refused", "language", "en-ZA"),
        RefusedInput.OfMember("language-es-es-refused", "language", "es-ES"),
        RefusedInput.OfMember("language-es-us-refused", "language", "es-US"),
        RefusedInput.OfMember("language-id-id-refused", "language", "id-ID"),
        RefusedInput.OfMember("language-ja-jp-refused", "language", "ja-JP"),
    ];
}
