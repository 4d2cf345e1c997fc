namespace Thymia.Conformance.Schemas.Formats.Patterns;

/// <summary>
/// A <c>Quantifier</c>: <c>*</c>, <c>+</c>, <c>?</c> or a range in braces, and maybe <c>?</c> for the lazy kind.
/// </summary>
internal static class EcmaQuantifier
{
    public static bool TryRead(ref PatternCursor cursor)
    {
        if (cursor.Take("{") ? !TryReadRange(ref cursor) : !cursor.Skip())
        {
            return false;
        }

        cursor.Take("?");
        return true;
    }

    private static bool TryReadRange(ref PatternCursor cursor)
    {
        var least = cursor.TakeDigits();
        var most = least;
        if (cursor.Take(","))
        {
            most = cursor.TakeDigits();
        }

        // Without an upper bound there is nothing that could be out of order.
        return !least.IsEmpty && cursor.Take("}") && (most.IsEmpty || IsInOrder(least, most));
    }

    // Numbers of any length.
    private static bool IsInOrder(ReadOnlySpan<char> least, ReadOnlySpan<char> most)
    {
        least = least.TrimStart('0');
        most = most.TrimStart('0');
        return least.Length == most.Length ? least.SequenceCompareTo(most) <= 0 : least.Length < most.Length;
    }
}
