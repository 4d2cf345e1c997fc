using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// How short and how long the texts of a pattern's parts are, in code points; worked out once for each.
/// </summary>
internal sealed class PatternLengths
{
    /// <summary>Stands for any length that no text reaches.</summary>
    public const long Endless = int.MaxValue;

    private readonly Dictionary<PatternNode, (long Least, long Most)> _known = new(ReferenceEqualityComparer.Instance);

    public (long Least, long Most) Of(PatternNode node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_known.TryGetValue(node, out var length))
        {
            _known[node] = length = Measure(node);
        }

        return length;
    }

    private (long Least, long Most) Measure(PatternNode node) =>
        node switch
        {
            PatternNode.Character => (1, 1),
            PatternNode.Sequence { Items: var items } => (
                Capped(items.Sum(i => Of(i).Least)),
                Capped(items.Sum(i => Of(i).Most))
            ),
            PatternNode.Choice { Alternatives: var all } => (all.Min(a => Of(a).Least), all.Max(a => Of(a).Most)),
            PatternNode.Repeat repeat => (
                Capped(repeat.Least * Of(repeat.Inner).Least),
                Capped((repeat.Most ?? Endless) * Of(repeat.Inner).Most)
            ),
            PatternNode.Capture { Inner: var inner } => Of(inner),

            // What was captured shows only when a text is made.
            PatternNode.Reference => (0, Endless),
            _ => (0, 0),
        };

    private static long Capped(long length) => Math.Min(length, Endless);
}
