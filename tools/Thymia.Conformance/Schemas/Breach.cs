namespace Thymia.Conformance.Schemas;

/// <summary>A keyword that does not hold at a place of a payload.</summary>
/// <param name="Pointer">JSON Pointer in the payload.</param>
internal readonly record struct Breach(string Pointer, string Keyword);
