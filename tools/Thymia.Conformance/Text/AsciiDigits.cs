namespace Thymia.Conformance.Text;

/// <summary>Numbers of a fixed width in the digits 0 to 9; no sign, no blank, no digit of another script.</summary>
internal static class AsciiDigits
{
    /// <summary>
    /// The number that the text spells, or -1 where a character is not an ASCII digit. At most nine digits.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return -1;
            }

            number = (number * 10) + (character - '0');
        }

        return number;
    }

    /// <summary>How many ASCII digits the text begins with.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
