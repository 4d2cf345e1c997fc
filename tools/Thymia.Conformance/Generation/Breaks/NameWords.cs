namespace Thymia.Conformance.Generation.Breaks;

/// <summary>The words that the name of a property is made of, and the conventions in which they are joined.</summary>
internal static class NameWords
{
    /// <summary>The words in lower case: of <c>dateOfBirth</c>, <c>date_of_birth</c> or <c>date-of-birth</c>.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || IsSeparator(name[i]) || IsNewWord(name[i - 1], name[i]))
            {
                words.Add(name[start..i].Trim('_', '-', ' ').ToLowerInvariant());
                start = i;
            }
        }

        words.RemoveAll(w => w.Length == 0);
        return words.Count > 0 ? words : [name];
    }

    /// <summary>The name as <c>dateOfBirth</c>.</summary>
    public static string InCamelCase(string name) =>
        string.Concat(Of(name).Select((w, i) => i == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    private static bool IsSeparator(char c) => c is '_' or '-' or ' ';

    private static bool IsNewWord(char before, char c) => !char.IsUpper(before) && char.IsUpper(c);
}
