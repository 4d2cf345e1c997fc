using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// A <c>Quantifier</c>: <c>*</c>, <c>+</c>, <c>?</c> or a range in braces, and maybe <c>?</c> for the lazy kind.
/// </summary>
internal static class EcmaQuantifier
{
    /// <param name="most">Null where there is no bound that a text could reach.</param>
    public static bool TryRead(ref PatternCursor cursor, out int least, out int? most, out bool isLazy)
    {
        (least, most) = cursor.Current switch
        {
            '+' => (1, null),
            '?' => (0, 1),
            _ => (0, (int?)null),
        };
        var isRead = cursor.Take("{") ? TryReadRange(ref cursor, out least, out most) : cursor.Skip();
        isLazy = isRead && cursor.Take("?");
        return isRead;
    }

    private static bool TryReadRange(ref PatternCursor cursor, out int least, out int? most)
    {
        var from = cursor.TakeDigits();
        var to = from;
        if (cursor.Take(","))
        {
            to = cursor.TakeDigits();
        }

        least = Number(from) ?? int.MaxValue;
        most = to.IsEmpty ? null : Number(to);

        // Without an upper bound there is nothing that could be out of order.
        return !from.IsEmpty && cursor.Take("}") && (to.IsEmpty || IsInOrder(from, to));
    }

    // Numbers of any length.
    private static bool IsInOrder(ReadOnlySpan<char> least, ReadOnlySpan<char> most)
    {
        least = least.TrimStart('0');
        most = most.TrimStart('0');
        return least.Length == most.Length ? least.SequenceCompareTo(most) <= 0 : least.Length < most.Length;
    }

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        return significant.Length > 9 ? null : AsciiDigits.Read(significant);
    }
}
