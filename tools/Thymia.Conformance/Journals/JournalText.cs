using System.Text.Json;

namespace Thymia.Conformance.Journals;

/// <summary>A text of a journal, which is there.</summary>
internal static class JournalText
{
    /// <exception cref="FormatException">It is null.</exception>
    /// <exception cref="InvalidOperationException">It is no text.</exception>
    public static string Of(JsonElement value) => value.GetString() ?? throw new FormatException("there is no text");
}
