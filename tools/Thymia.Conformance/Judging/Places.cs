using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Judging;

/// <summary>How findings name a place.</summary>
internal static class Places
{
    public const string AnswerStatus = "answer status";

    public static string InRequest(Location place) =>
        place.Part switch
        {
            "body" => place.Pointer.Length == 0 ? "request body" : $"request body at {place.Pointer}",
            "request" => place.Pointer.Length == 0 ? "request" : $"request {place.Pointer.TrimStart('/')}",
            _ => $"request {place.Part} {place.Pointer.TrimStart('/')}",
        };

    public static string InAnswer(string pointer) => pointer.Length == 0 ? "answer body" : $"answer body at {pointer}";

    public static string AnswerHeader(string name) => $"answer header {name}";

    /// <summary>The place with every index as <c>*</c>.</summary>
    public static string AnyIndex(string place) =>
        string.Join(
            '/',
            place.Split('/').Select((s, i) => i > 0 && s.Length > 0 && s.All(char.IsAsciiDigit) ? "*" : s)
        );
}
