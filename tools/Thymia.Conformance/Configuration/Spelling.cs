namespace Thymia.Conformance.Configuration;

/// <summary>Guesses what was meant.</summary>
public static class Spelling
{
    private const int FarthestGuess = 3;

    /// <summary>The candidate most like the word, case and separators aside; null where none is like it.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Distance: Distance(Bare(word), Bare(c))))
        .Where(c => c.Distance <= Math.Min(FarthestGuess, (Bare(c.Candidate).Length - 1) / 2))
        .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.Ordinal)
        .Select(c => c.Candidate).FirstOrDefault();

    /// <summary>True where the two differ in case and separators at most.</summary>
    public static bool IsSame(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Levenshtein's distance, a row at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
