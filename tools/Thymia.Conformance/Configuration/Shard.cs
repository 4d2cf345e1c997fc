using System.Globalization;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// One of several parts of a run: every case belongs to exactly one, by its id alone, and is the same in any division.
/// </summary>
/// <param name="Number">From 1.</param>
public sealed record Shard(int Number, int Count)
{
    private const int Most = 10_000;

    /// <summary>From <c>3/10</c>; null where that is none.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var number, var count]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && k >= 1
        && k <= n
        && n <= Most
            ? new Shard(k, n)
            : null;

    public bool Holds(string caseId) => (int)(default(Seed).Derive(caseId).Value % (ulong)Count) == Number - 1;

    /// <summary>The part of a limit that all parts of a run have together.</summary>
    public int PartOf(int limit) => (limit / Count) + (Number <= limit % Count ? 1 : 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
