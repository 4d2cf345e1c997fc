namespace Thymia.Conformance.Text;

/// <summary>Guesses what was meant.</summary>
public static class Spelling
{
    private const int FarthestGuess = 3;

    /// <summary>The candidate most like the word, case and separators aside; null where none is like it.</summary>
    /// <param name="farthest">How many letters may differ at most.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, int farthest = FarthestGuess) =>
        candidates
            .Select(c => (Candidate: c, Distance: Distance(Bare(word), Bare(c))))
            .Where(c => c.Distance <= Math.Min(farthest, (Bare(c.Candidate).Length - 1) / 2))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Candidate, StringComparer.Ordinal)
            .Select(c => c.Candidate)
            .FirstOrDefault();

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Optimal string alignment: a letter lost, added or replaced counts one, and so do two neighbours swapped.
    private static int Distance(string one, string other)
    {
        var table = Enumerable.Range(0, one.Length + 1).Select(_ => new int[other.Length + 1]).ToArray();
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i][j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1),
                            1 + Math.Min(table[i - 1][j], table[i][j - 1])
                        );
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i][j] = Math.Min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }

        return table[one.Length][other.Length];
    }
}
