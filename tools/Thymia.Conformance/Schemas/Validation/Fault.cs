using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>A keyword that does not hold.</summary>
/// <param name="rules">The schema that states it.</param>
/// <param name="found">The value at fault; null where it is absent.</param>
/// <param name="meant">What is meant in particular, where the keyword alone does not say; a clause.</param>
internal sealed class Fault(SchemaRules rules, string keyword, JsonElement? found, string? meant = null)
{
    public SchemaRules Rules => rules;

    public string Keyword => keyword;

    public JsonElement? Found => found;

    public string? Meant => meant;

    /// <summary>Where in the payload, as seen from the value that has been judged so far.</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>The same fault as seen from one step further out.</summary>
    public Fault Within(string segment)
    {
        Pointer = JsonPointer.Append("", segment) + Pointer;
        return this;
    }
}
