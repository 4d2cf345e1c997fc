namespace Thymia.Conformance.Reports.Masks;

/// <summary>A body as reports show it.</summary>
/// <param name="Text">Masked.</param>
/// <param name="IsCut">Whether this is only its beginning.</param>
internal sealed record MaskedText(string Text, bool IsCut);
