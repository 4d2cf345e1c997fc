namespace Thymia.Conformance.Sequences.Values;

/// <summary>A relation that a values file states, since it would not be found or would be found wrong.</summary>
/// <param name="Parameter">The name of the path parameter that needs an id.</param>
/// <param name="Operation">Method and path of the one operation it is for; null for
/// every one with such a parameter.</param>
/// <param name="Producer">Method and path of the operation whose answer holds the id; null for none.</param>
/// <param name="At">Where in the answer's body the id stands; null where its name shows it.</param>
/// <param name="Source">The file and line that state it.</param>
internal sealed record StatedRelation(string Parameter, string? Operation, string? Producer, string? At, string Source);
