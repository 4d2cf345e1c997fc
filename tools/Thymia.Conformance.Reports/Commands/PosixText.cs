using System.Buffers;
using System.Text;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>Words for a POSIX shell.</summary>
public static class PosixText
{
    private static readonly UTF8Encoding Strict = new(false, true);

    private static readonly SearchValues<char> Bare = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:=,@%+"
    );

    /// <summary>One word that the shell takes literally; left bare where nothing in it is special.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Bare)
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The bytes as text that can stand in a command line and be read there; null where they cannot.</summary>
    internal static string? Readable(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.EnumerateRunes().All(SafeText.IsPrintable)
                ? text
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
