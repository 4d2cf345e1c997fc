using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>What is wrong, in the words of one vocabulary.</summary>
/// <param name="Message">The <c>msg</c>.</param>
/// <param name="Type">The <c>type</c>.</param>
/// <param name="Context">The <c>ctx</c> as JSON, if the vocabulary has one for it.</param>
internal sealed record Fault(FaultKind Kind, string Message, string Type, string? Context = null)
{
    /// <summary>A context of one text.</summary>
    public static string ContextOf(string name, string text) => $"{{\"{name}\":{JsonStrings.Encode(text)}}}";
}
