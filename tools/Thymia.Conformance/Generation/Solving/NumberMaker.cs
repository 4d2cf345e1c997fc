using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>Makes a number of which all keywords of a way hold.</summary>
internal sealed class NumberMaker(
    ValueSolver solver,
    SolvedPlace place,
    ImmutableList<Literal> literals,
    JsonTypes types
)
{
    private const int MaxTries = 40;

    private readonly NumberRange _range = NumberRange.Of(literals, isWhole: !types.HasFlag(JsonTypes.Fraction));

    public Solution Make()
    {
        if (_range.Conflict is { } conflict)
        {
            return new Solution.Failed(conflict, _range.Pointer, true);
        }

        foreach (var candidate in Candidates())
        {
            if (solver.Fits(place, candidate))
            {
                return new Solution.Found(candidate);
            }
        }

        var reason =
            place.Avoided.Count > 0 && _range.Count is { } count
                ? $"only {count} numbers fit it"
                : "no number was found that fits it";
        return new Solution.Failed(
            reason,
            _range.Pointer,
            _range.Count is <= MaxTries && !literals.Exists(l => !l.Holds)
        );
    }

    private IEnumerable<JsonNode?> Candidates()
    {
        var random = place.Search.Draw.Dice(place.Pointer);
        var drawn = random.NextInt64(0, _range.Count is { } c ? (long)Math.Min(c, 1_000) : 100);
        // Where all must differ, those that nobody has had yet come next in their order.
        var avoided = place.Avoided.Count;
        return _range
            .Values(drawn, avoided <= MaxTries ? MaxTries : 0)
            .Concat(avoided == 0 ? [] : _range.Values(avoided, avoided + MaxTries))
            .Select(v => (JsonNode?)JsonValue.Create(v))
            .Concat(_range.Extremes());
    }
}
