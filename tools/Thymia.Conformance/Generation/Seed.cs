using System.Globalization;

namespace Thymia.Conformance.Generation;

/// <summary>
/// The number that reproduces a run or a case; every use derives its own, so that no draw shifts another.
/// </summary>
public readonly record struct Seed(ulong Value)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The seed of a named part, independent of all its siblings.</summary>
    /// <param name="suffix">Follows the name, as if the two were one text.</param>
    public Seed Derive(ReadOnlySpan<char> name, ReadOnlySpan<char> suffix = default) =>
        new(Mix(Hash(Hash(FnvOffset ^ Mix(Value), name), suffix)));

    public Seed Derive(int index) => new(Mix(Value + (0x9E3779B97F4A7C15 * ((ulong)index + 1))));

    /// <summary>For libraries that take 32 bits.</summary>
    public int ToInt32() => unchecked((int)(Value ^ (Value >> 32)));

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * FnvPrime;
        }

        return hash;
    }

    // The finaliser of SplitMix64: neighbouring inputs give unrelated outputs.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
