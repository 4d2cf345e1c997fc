using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Which characters are drawn where a pattern leaves many open: letters and digits, and those that the pattern itself
/// names, since a condition may ask for them.
/// </summary>
internal sealed class PatternAlphabet
{
    // Sets up to this size are what a pattern means to name; larger ones say what it does not mind.
    private const int MaxNamed = 128;
    private const int MaxPreferred = 512;

    private const string Everyday = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly List<int> _preferred = [.. Everyday.Select(c => (int)c)];
    private readonly Dictionary<CodePoints, int[]> _chosen = new(ReferenceEqualityComparer.Instance);

    public PatternAlphabet(PatternNode? root)
    {
        var named = new HashSet<int>();
        foreach (
            var set in root is null
                ? []
                : PatternTree.All(root).OfType<PatternNode.Character>().Select(Known).OfType<CodePoints>()
        )
        {
            if (set.Count <= MaxNamed)
            {
                named.UnionWith(set.Ranges.SelectMany(r => Enumerable.Range(r.From, r.To - r.From + 1)));
            }
        }

        _preferred.AddRange(named.Except(_preferred).Where(IsCharacter).Order().Take(MaxPreferred));
    }

    /// <summary>One character of a set; null where the set is empty.</summary>
    public int? One(CodePoints set, Random random)
    {
        int[]? chosen;
        lock (_chosen)
        {
            if (!_chosen.TryGetValue(set, out chosen))
            {
                _chosen[set] = chosen = [.. _preferred.Where(set.Contains)];
            }
        }

        return chosen.Length > 0 ? chosen[random.Next(chosen.Length)] : Any(set, random);
    }

    private static int? Any(CodePoints set, Random random)
    {
        // What is in no script or is half a pair is no good text, though a set may hold it.
        var ranges = set.Ranges.Where(r => r.From > ' ' && IsCharacter(r.From) && IsCharacter(r.To)).ToList();
        ranges = ranges.Count > 0 ? ranges : [.. set.Ranges.Where(r => IsCharacter(r.From) && IsCharacter(r.To))];
        if (ranges.Count == 0)
        {
            return null;
        }

        var (from, to) = ranges[random.Next(Math.Min(ranges.Count, MaxNamed))];
        return random.Next(from, to + 1);
    }

    private static bool IsCharacter(int codePoint) => codePoint is < 0xD800 or > 0xDFFF;

    private static CodePoints? Known(PatternNode.Character character)
    {
        try
        {
            return character.Set;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
