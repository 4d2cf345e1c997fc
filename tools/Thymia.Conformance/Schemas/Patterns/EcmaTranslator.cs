using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// Writes a pattern of ECMA-262 for .NET: <c>$</c> is the very end, <c>\d</c> and <c>\w</c> are ASCII, a character
/// beyond the basic plane is one character, and named groups are numbered as all others are.
/// </summary>
internal static class EcmaTranslator
{
    private const string BoundaryPattern = "(?:(?<={0})(?!{0})|(?<!{0})(?={0}))";
    private const string NoBoundaryPattern = "(?:(?<={0})(?={0})|(?<!{0})(?!{0}))";
    private const string Nothing = @"[^\s\S]";

    /// <exception cref="NotSupportedException">
    /// It uses a Unicode property that is not known here, or groups in groups beyond any measure.
    /// </exception>
    public static string Translate(PatternNode pattern)
    {
        var result = new StringBuilder();
        try
        {
            Write(pattern, result);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new NotSupportedException("groups nested too deep", e);
        }

        return result.ToString();
    }

    private static void Write(PatternNode node, StringBuilder result)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case PatternNode.Character character:
                result.Append(character.Set.ToPattern());
                break;
            case PatternNode.Sequence { Items: var items }:
                WriteAll(items, result);
                break;
            case PatternNode.Choice { Alternatives: var alternatives }:
                WriteChoice(alternatives, result);
                break;
            case PatternNode.Repeat repeat:
                WriteRepeat(repeat, result);
                break;
            case PatternNode.Capture { Inner: var inner }:
                WriteIn("(", inner, result);
                break;
            case PatternNode.Look look:
                WriteIn((look.IsBehind ? "(?<" : "(?") + (look.IsNegated ? '!' : '='), look.Inner, result);
                break;
            case PatternNode.Reference reference:
                result.Append(CultureInfo.InvariantCulture, $"(?:\\{reference.Number})");
                break;
            case PatternNode.Boundary { IsNegated: var isNegated }:
                var boundary = isNegated ? NoBoundaryPattern : BoundaryPattern;
                result.Append(boundary.Replace("{0}", CharacterSets.Word.ToPattern(), StringComparison.Ordinal));
                break;
            default:
                result.Append(node is PatternNode.Start ? "^" : @"\z");
                break;
        }
    }

    private static void WriteAll(IReadOnlyList<PatternNode> items, StringBuilder result)
    {
        foreach (var item in items)
        {
            Write(item, result);
        }
    }

    private static void WriteIn(string opening, PatternNode inner, StringBuilder result)
    {
        result.Append(opening);
        Write(inner, result);
        result.Append(')');
    }

    private static void WriteChoice(IReadOnlyList<PatternNode> alternatives, StringBuilder result)
    {
        for (var i = 0; i < alternatives.Count; i++)
        {
            result.Append(i == 0 ? "(?:" : "|");
            Write(alternatives[i], result);
        }

        result.Append(')');
    }

    private static void WriteRepeat(PatternNode.Repeat repeat, StringBuilder result)
    {
        if (repeat.Least == int.MaxValue)
        {
            // No text is that long.
            result.Append(Nothing);
            return;
        }

        WriteIn("(?:", repeat.Inner, result);
        result
            .Append(CultureInfo.InvariantCulture, $"{{{repeat.Least},{repeat.Most}}}")
            .Append(repeat.IsLazy ? "?" : "");
    }
}
