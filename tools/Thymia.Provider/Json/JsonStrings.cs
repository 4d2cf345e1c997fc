using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Provider.Json;

/// <summary>The inside of JSON strings.</summary>
internal static class JsonStrings
{
    /// <summary>
    /// Undoes the escapes of a well-formed string without its quotes. Lone surrogates survive, as in Python.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> inner)
    {
        if (inner.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(inner);
        }

        var text = new StringBuilder(inner.Length);
        while (!inner.IsEmpty)
        {
            var escape = inner.IndexOf((byte)'\\');
            if (escape != 0)
            {
                var plain = escape < 0 ? inner : inner[..escape];
                text.Append(Encoding.UTF8.GetString(plain));
                inner = inner[plain.Length..];
                continue;
            }

            var taken = inner[1] == (byte)'u' ? 6 : 2;
            text.Append(Unescape(inner[..taken]));
            inner = inner[taken..];
        }

        return text.ToString();
    }

    /// <summary>The text as a quoted JSON string, with nothing escaped that need not be.</summary>
    public static string Encode(string text) =>
        '"' + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() + '"';

    /// <summary>Text that UTF-8 cannot carry.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static char Unescape(ReadOnlySpan<byte> escape) =>
        (char)escape[1] switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => (char)ushort.Parse(escape[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            var self => self,
        };
}
