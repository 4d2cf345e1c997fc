namespace Thymia.Conformance.Schemas.Validation;

/// <summary>A broken constraint as the schema check found it.</summary>
/// <param name="Pointer">JSON Pointer of the instance location; for <c>required</c> of the absent property.</param>
/// <param name="Keyword">The keyword that does not hold; <c>json</c> where the text is no strict JSON.</param>
/// <param name="Found">The value there as JSON text, shortened; empty where it is absent.</param>
/// <param name="Expected">What the schema demands, as a noun phrase.</param>
/// <param name="Source">The schema's name, as findings show it.</param>
public sealed record Violation(string Pointer, string Keyword, string Found, string Expected, string Source);
