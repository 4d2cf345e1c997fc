using System.Globalization;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Random payloads: every second one valid, every other with one constraint broken.</summary>
internal sealed class RandomCases(CaseFactory factory, ValueBreaks? breaks)
{
    // Where alternatives meet, a random break might fit another of them: those are enumerated and proven one by one.
    private const int DialsOneIn = 16;

    private readonly Lazy<IReadOnlyList<(ValueBreak Break, Recipe Recipe)>> _targets = new(() =>
        [
            .. breaks
                ?.Possible.Where(b => b.IsCertain && b.Site.Branches.Count == 0)
                .Select(b => (b, ValueBreaks.RecipeFor(b.Site)))
                ?? [],
        ]
    );

    private readonly BrokenBodies _bodies = new(factory);

    private readonly string _idBeforeNumber = factory.Id(Location.Body, "random", "");

    public CasePlan Plan(int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var id = _idBeforeNumber + number;
        return index % 2 == 0 || _targets.Value.Count == 0
            ? new CasePlan(id, true, () => Valid(id, number))
            : new CasePlan(id, false, () => Broken(id, index % DialsOneIn == 1));
    }

    private TestCase Valid(string id, string number) => factory.Random(id, number, Whole(factory.DrawFor(id)));

    private CaseRequest Whole(Draw draw) =>
        factory.Shape.Body is { } body
            ? factory.Request(
                draw,
                factory.Shape.Values.Make(body.Root, new Recipe { Draw = draw, Includes = Anything(draw) })
            )
            : factory.Request(draw, (ReadOnlyMemory<byte>?)null);

    // An error may repeat the number of a request that is wrong elsewhere; to another machine none of these goes.
    private TestCase Broken(string id, bool dials)
    {
        var draw = factory.DrawFor(id);
        var (target, recipe) = _targets.Value[draw.Index("target", _targets.Value.Count)];
        return _bodies.Mutated(
            id,
            target,
            recipe with
            {
                Draw = draw,
                Includes = dials ? AnythingWithNumber(draw) : Anything(draw),
                MayDial = dials,
            },
            isRandom: true
        );
    }

    private static Func<string, bool> AnythingWithNumber(Draw draw) =>
        pointer => draw.Coin(pointer, "?") || Meanings.Of(pointer) == Meaning.PhoneNumber;

    private static Func<string, bool> Anything(Draw draw) => pointer => draw.Coin(pointer, "?");
}
