namespace Thymia.Conformance.OpenApi;

/// <summary>What an answer gives to another operation, as OpenAPI's <c>links</c> document it.</summary>
/// <param name="OperationId">The other operation by its id; null where it is named by its place.</param>
/// <param name="OperationPointer">JSON Pointer of the other operation; null where it is named by its id.</param>
/// <param name="Parameters">The other's parameters with the expressions that give their values.</param>
public sealed record DocumentedLink(
    string? OperationId,
    string? OperationPointer,
    IReadOnlyDictionary<string, string> Parameters
)
{
    /// <summary>Whether it leads to that operation.</summary>
    public bool LeadsTo(Operation operation) =>
        OperationId is { } id ? operation.Id == id : OperationPointer == operation.Pointer;
}
