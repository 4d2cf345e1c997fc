using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>Counts digits, since a value with few of them turns up by chance.</summary>
internal static class Digits
{
    /// <summary>
    /// False where a value with that many digits can stand nowhere in the answer. The date it was sent on is no value.
    /// </summary>
    public static bool AreIn(Answer answer, int fewest)
    {
        if (AreIn(answer.Body.Span, fewest))
        {
            return true;
        }

        for (var i = 0; i < answer.Headers.Count; i++)
        {
            var (name, value) = answer.Headers[i];
            if (!name.Equals("Date", StringComparison.OrdinalIgnoreCase) && AreIn(value, fewest))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text has that many digits, of whatever script.</summary>
    public static bool AreIn(ReadOnlySpan<char> text, int fewest)
    {
        foreach (var sign in text)
        {
            if (char.IsDigit(sign) && --fewest == 0)
            {
                return true;
            }
        }

        return false;
    }

    // Escapes and signs beyond ASCII may stand for digits.
    private static bool AreIn(ReadOnlySpan<byte> body, int fewest)
    {
        foreach (var sign in body)
        {
            if (sign is (byte)'\\' or >= 0x80 || (char.IsAsciiDigit((char)sign) && --fewest == 0))
            {
                return true;
            }
        }

        return false;
    }
}
