using System.Text.Json;

namespace Thymia.Conformance.Judging;

/// <summary>What a request's body must be like.</summary>
/// <param name="Equal">The value that it must have there; null where its presence decides.</param>
/// <param name="IsAbsent">Whether there must be nothing, rather than something.</param>
internal sealed record RuleCondition(BodyPointer Request, JsonElement? Equal, bool IsAbsent)
{
    /// <summary>As a clause: <c>the request gives /phoneNumber</c>.</summary>
    public string Clause =>
        Equal is { } value
            ? $"{Request.Text} of the request is {value.GetRawText()}"
            : $"the request {(IsAbsent ? "leaves out" : "gives")} {Request.Text}";

    public bool Holds(JsonElement? request) =>
        (Equal, Request.In(request)) switch
        {
            ({ } wanted, { } found) => JsonElement.DeepEquals(wanted, found),
            ({ }, null) => false,
            (null, null) => IsAbsent,

            // Null and empty text are neither here nor there: a rule that means them names them.
            (null, { } found) => !IsAbsent && found.ValueKind != JsonValueKind.Null && found.GetRawText() != "\"\"",
        };
}
