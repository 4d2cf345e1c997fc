using System.Runtime.CompilerServices;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Whether whatever matches a pattern begins at the start of the text, and goes to its end.</summary>
internal static class PatternAnchors
{
    public static (bool AtStart, bool AtEnd) Of(PatternNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            PatternNode.Start => (true, false),
            PatternNode.End => (false, true),
            PatternNode.Sequence { Items.Count: > 0 } sequence => (
                sequence.Items.Any(i => Of(i).AtStart),
                sequence.Items.Any(i => Of(i).AtEnd)
            ),
            PatternNode.Choice choice => (
                choice.Alternatives.All(a => Of(a).AtStart),
                choice.Alternatives.All(a => Of(a).AtEnd)
            ),
            PatternNode.Capture capture => Of(capture.Inner),
            PatternNode.Repeat { Least: > 0 } repeat => Of(repeat.Inner),
            _ => (false, false),
        };
    }
}
