using System.Buffers;
using System.Text;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// A place in a pattern, and whether the pattern is read with the <c>u</c> flag: by code points, strictly.
/// </summary>
internal ref struct PatternCursor(ReadOnlySpan<char> text, bool unicode)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool Unicode => unicode;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>The UTF-16 unit at this place; NUL at the end.</summary>
    public readonly char Current => _rest.IsEmpty ? '\0' : _rest[0];

    public readonly bool StartsWith(char character) => _rest.StartsWith(character);

    /// <summary>Goes one unit ahead; true, for use in conditions.</summary>
    public bool Skip()
    {
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Goes past the token if it stands here.</summary>
    public bool Take(ReadOnlySpan<char> token)
    {
        var stands = _rest.StartsWith(token);
        _rest = stands ? _rest[token.Length..] : _rest;
        return stands;
    }

    /// <summary>The ASCII digits at this place, maybe none.</summary>
    public ReadOnlySpan<char> TakeDigits()
    {
        var digits = _rest[..AsciiDigits.Count(_rest)];
        _rest = _rest[digits.Length..];
        return digits;
    }

    /// <summary>What stands before the mark, going past the mark too; nothing where there is no mark.</summary>
    public ReadOnlySpan<char> TakeUntil(char mark)
    {
        var index = Math.Max(0, _rest.IndexOf(mark));
        var taken = _rest[..index];
        _rest = index == 0 ? _rest : _rest[(index + 1)..];
        return taken;
    }

    /// <summary>
    /// The next code point, also without the flag: JSON Schema counts and matches by them; -1 at the end.
    /// </summary>
    public int ReadCodePoint()
    {
        if (_rest.IsEmpty)
        {
            return -1;
        }

        var length = 1;
        int value = _rest[0];
        if (Rune.DecodeFromUtf16(_rest, out var rune, out var units) == OperationStatus.Done)
        {
            (value, length) = (rune.Value, units);
        }

        _rest = _rest[length..];
        return value;
    }

    /// <summary>A number of exactly so many hexadecimal digits, at most seven; -1 where there are fewer.</summary>
    public int ReadHex(int digits)
    {
        if (_rest.Length < digits)
        {
            return -1;
        }

        var value = 0;
        foreach (var character in _rest[..digits])
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return -1;
            }

            value = (value << 4) | Nibble(character);
        }

        _rest = _rest[digits..];
        return value;
    }

    private static int Nibble(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
