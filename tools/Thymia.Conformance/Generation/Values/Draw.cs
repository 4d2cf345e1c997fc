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
    private static Dictionary<string, Faker>? fakers;

    /// <summary>A faker set to the randomness of a place; valid until the next call on this thread.</summary>
    /// <param name="locale">A locale of Bogus, such as <c>en_GB</c>.</param>
    public Faker At(string pointer, string locale = "en")
    {
        fakers ??= new Dictionary<string, Faker>(StringComparer.Ordinal);
        if (!fakers.TryGetValue(locale, out var faker))
        {
            fakers[locale] = faker = new Faker(locale);
        }

        faker.Random = Randomizer(pointer);
        return faker;
    }

    /// <summary>The randomness of a place alone, where no locale matters.</summary>
    public Randomizer Randomizer(string pointer) => new(Seed.Derive(pointer).ToInt32());

    /// <summary>True in half of all cases.</summary>
    public bool Coin(string pointer) => (Seed.Derive(pointer).Value & 1) == 1;

    /// <summary>An index below <paramref name="count"/>.</summary>
    public int Index(string pointer, int count) => (int)(Seed.Derive(pointer).Value % (ulong)count);
}
