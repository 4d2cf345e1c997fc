using Bogus;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// The randomness of one case. Each place in the payload draws from its own seed, so a property more or less in the
/// contract changes no other value.
/// </summary>
/// <param name="RunSeed">Part of every label, so that an operator can find what a run made.</param>
/// <param name="Seed">The case's own.</param>
internal sealed record Draw(Seed RunSeed, Seed Seed)
{
    [ThreadStatic]
    private static Dice? dice;

    [ThreadStatic]
    private static Dictionary<string, Faker>? fakers;

    /// <summary>A faker set to the randomness of a place; valid until the next call on this thread.</summary>
    /// <param name="locale">A locale of Bogus, such as <c>en_GB</c>.</param>
    public Faker At(string pointer, string locale = "en")
    {
        // The fakers share the dice, so that setting these sets them all: telling a faker takes long.
        var random = Dice(pointer);
        fakers ??= new Dictionary<string, Faker>(StringComparer.Ordinal);
        if (!fakers.TryGetValue(locale, out var faker))
        {
            fakers[locale] = faker = new Faker(locale) { Random = new DiceRandomizer(random) };
        }

        return faker;
    }

    /// <summary>The randomness of a place, where no locale matters; valid until the next call on this thread.</summary>
    public Random Dice(string pointer) => (dice ??= new Dice()).From(Seed.Derive(pointer));

    /// <summary>True in half of all cases.</summary>
    /// <param name="aspect">Tells apart what is drawn for one place.</param>
    public bool Coin(string pointer, string aspect = "") => (Seed.Derive(pointer, aspect).Value & 1) == 1;

    /// <summary>An index below <paramref name="count"/>.</summary>
    public int Index(string pointer, int count, string aspect = "") =>
        (int)(Seed.Derive(pointer, aspect).Value % (ulong)count);

    private sealed class DiceRandomizer : Randomizer
    {
        public DiceRandomizer(Random dice)
            : base(0)
        {
            localSeed = dice;
        }
    }
}
