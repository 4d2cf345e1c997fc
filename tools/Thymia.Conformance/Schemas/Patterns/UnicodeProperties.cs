using System.Collections.Frozen;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// Scripts and the properties that are or are not, which .NET does not know: as Properties.txt has them, of Unicode 17.
/// There a name and its alias stand above the ranges; of each the gap from the one before, and how far it goes on, in
/// digits of base 36.
/// </summary>
internal static class UnicodeProperties
{
    private const string Script = "Script";
    private const string Extensions = "Script_Extensions";
    private const int Base = 36;

    private static readonly Lazy<FrozenDictionary<string, string>> Texts = new(Load);

    /// <summary>The set of a script, by its long or short name; null where there is none.</summary>
    /// <param name="isExtended">Whether characters that several scripts share count for each of them.</param>
    public static CodePoints? OfScript(string name, bool isExtended) =>
        (isExtended ? Find($"{Extensions}={name}") : null) ?? Find($"{Script}={name}");

    /// <summary>The characters that have a property; null where there is none of that name.</summary>
    public static CodePoints? OfBinary(string name) => Find("=" + name);

    private static CodePoints? Find(string key) =>
        Texts.Value.TryGetValue(key, out var text) ? new CodePoints(Ranges(text)) : null;

    private static IEnumerable<(int From, int To)> Ranges(string text)
    {
        var next = 0;
        foreach (var token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var plus = token.IndexOf('+', StringComparison.Ordinal);
            var from = next + Number(plus < 0 ? token : token.AsSpan(0, plus));
            var to = from + (plus < 0 ? 0 : Number(token.AsSpan(plus + 1)));
            yield return (from, to);
            next = to + 1;
        }
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * Base) + (char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10);
        }

        return number;
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(UnicodeProperties).Assembly.GetManifestResourceStream("properties.txt")!;
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] names = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
            {
                foreach (var name in names)
                {
                    texts[name] = texts.GetValueOrDefault(name, "") + line;
                }
            }
            else
            {
                var (kind, both) = (line.Split('=')[0], line.Split('=')[1].Split(' '));
                names = [.. both.Select(n => $"{kind}={n}").Distinct(StringComparer.Ordinal)];
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
