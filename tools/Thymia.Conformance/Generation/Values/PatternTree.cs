using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Walks the tree of a pattern, however deep, without the call stack.</summary>
internal static class PatternTree
{
    public static IEnumerable<PatternNode> All(PatternNode root)
    {
        var open = new Stack<PatternNode>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var inner in Below(node))
            {
                open.Push(inner);
            }
        }
    }

    private static IReadOnlyList<PatternNode> Below(PatternNode node) =>
        node switch
        {
            PatternNode.Sequence sequence => sequence.Items,
            PatternNode.Choice choice => choice.Alternatives,
            PatternNode.Repeat repeat => [repeat.Inner],
            PatternNode.Capture capture => [capture.Inner],
            PatternNode.Look look => [look.Inner],
            _ => [],
        };
}
