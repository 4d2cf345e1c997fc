namespace Thymia.Conformance.OpenApi;

/// <summary>How a property of a form or of multipart is written (OpenAPI, Encoding Object).</summary>
/// <param name="ContentType">The first media type stated; null where the usual one of
/// the property's type applies.</param>
/// <param name="Style">Null where none is stated.</param>
/// <param name="Explode">Null where it is not stated.</param>
public sealed record PropertyEncoding(string? ContentType, ParameterStyle? Style, bool? Explode, bool AllowReserved);
