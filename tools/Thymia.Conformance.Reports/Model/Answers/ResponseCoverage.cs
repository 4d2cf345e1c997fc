namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>Whether an answer that the contract documents was seen.</summary>
/// <param name="Operation">Method and path.</param>
/// <param name="Status">As documented: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="MediaType">As documented; null where no body is.</param>
/// <param name="Seen">How many answers there were.</param>
/// <param name="Reason">Why there was none, as a clause; null where there was one.</param>
public sealed record ResponseCoverage(string Operation, string Status, string? MediaType, int Seen, string? Reason)
{
    /// <summary>Such as <c>GET /pets 200 (application/json)</c>.</summary>
    public string Name => $"{Operation} {Status}" + (MediaType is null ? "" : $" ({MediaType})");
}
