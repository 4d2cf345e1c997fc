namespace Thymia.Provider.Json;

/// <summary>
/// Lets a standard reader read what Python's reader takes: NaN, Infinity and -Infinity are replaced by
/// ordinary numbers of the same length, and their places are remembered.
/// </summary>
internal sealed record NumberNormalisation(ReadOnlyMemory<byte> Readable, List<Range> NonFinite)
{
    private const int NaNLength = 3;

    private static readonly (byte[] Word, byte[] Number)[] Words =
    [
        ("NaN"u8.ToArray(), "0e0"u8.ToArray()),
        ("Infinity"u8.ToArray(), "1e999999"u8.ToArray()),
        ("-Infinity"u8.ToArray(), "-1e999999"u8.ToArray()),
    ];

    public static NumberNormalisation None(ReadOnlyMemory<byte> body) => new(body, []);

    public static NumberNormalisation Python(ReadOnlyMemory<byte> body)
    {
        var text = body.Span;
        if (text.IndexOf("NaN"u8) < 0 && text.IndexOf("Infinity"u8) < 0)
        {
            return None(body);
        }

        var readable = body.ToArray();
        var places = new List<Range>();
        var quoted = false;
        for (var i = 0; i < readable.Length; i++)
        {
            if (quoted && readable[i] == (byte)'\\')
            {
                i++;
            }
            else if (readable[i] == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (!quoted && Replace(readable, i) is var length and > 0)
            {
                // The infinities are noted where numbers are read.
                if (length == NaNLength)
                {
                    places.Add(i..(i + length));
                }

                i += length - 1;
            }
        }

        return new NumberNormalisation(readable, places);
    }

    /// <summary>Notes a number that Python reads as an infinity.</summary>
    public void Add(long start, int length) => NonFinite.Add((int)start..(int)(start + length));

    private static int Replace(byte[] readable, int place)
    {
        foreach (var (word, number) in Words)
        {
            if (readable.AsSpan(place).StartsWith(word) && StandsAlone(readable, place, place + word.Length))
            {
                number.CopyTo(readable, place);
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>A number is not made of a word's neighbours: <c>-NaN</c> and <c>1NaN</c> stay malformed.</summary>
    private static bool StandsAlone(byte[] text, int start, int end) =>
        (start == 0 || IsBoundary(text[start - 1])) && (end == text.Length || IsBoundary(text[end]));

    private static bool IsBoundary(byte sign) => " \t\r\n,:[]{}"u8.Contains(sign);
}
