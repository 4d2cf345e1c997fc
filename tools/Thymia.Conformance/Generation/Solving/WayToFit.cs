using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Puts a value together of which all keywords of one way hold: a listed one, or one of each type allowed.
/// </summary>
internal sealed class WayToFit(ValueSolver solver, SolvedPlace place, ImmutableList<Literal> literals)
{
    private static readonly JsonTypes[] ByPreference =
    [
        JsonTypes.Object,
        JsonTypes.Array,
        JsonTypes.String,
        JsonTypes.Number,
        JsonTypes.Boolean,
        JsonTypes.Null,
    ];

    private JsonTypes Types => literals.Aggregate(JsonTypes.Any, (types, l) => types & LiteralTypes.Of(l));

    public Solution Take()
    {
        if (literals.Find(l => l.Holds && l.Keyword is "enum" or "const") is { Keyword: not null } listed)
        {
            return Listed(listed);
        }

        Solution.Failed? failure = null;
        foreach (var type in Ordered())
        {
            // The check has the last word: what several keywords say together shows in the whole alone.
            var outcome = Make(type);
            if (outcome is Solution.Found { Value: var value })
            {
                if (solver.Fits(place, value))
                {
                    return outcome;
                }

                outcome = new Solution.Failed("no value was found that fits all it says", place.Blamed, false);
            }

            // What was tried first is what the schema talks about; but if a single type is not hopeless, none of it is.
            var failed = (Solution.Failed)outcome;
            failure = failure is null ? failed : failure with { IsProven = failure.IsProven && failed.IsProven };
        }

        return failure ?? new Solution.Failed("no type is left", place.Blamed, true);
    }

    private Solution Listed(Literal listed)
    {
        var json = listed.Part.Json.GetProperty(listed.Keyword);
        var members = listed.Keyword == "const" ? [json] : json.EnumerateArray().ToList();
        var first = members.Count == 0 ? 0 : place.Search.Draw.Index(place.Pointer, members.Count);
        for (var i = 0; i < members.Count; i++)
        {
            var value = Payloads.ToNode(members[(first + i) % members.Count]);
            if (solver.Fits(place, value))
            {
                return new Solution.Found(value);
            }
        }

        var reason =
            place.Avoided.Count > 0
                ? $"there are only {place.Avoided.Count} values in its '{listed.Keyword}' that fit and differ"
                : $"nothing in its '{listed.Keyword}' fits the rest of what it says";
        return new Solution.Failed(reason, listed.Part.Pointer, true);
    }

    // The type of the draft first, then what the schema has keywords for.
    private IEnumerable<JsonTypes> Ordered()
    {
        var types = Types;
        var drafted = place.Draft.IsGiven ? TypeOf(place.Draft.Value) : JsonTypes.None;
        var spoken = literals.Aggregate(JsonTypes.None, (all, l) => all | Spoken(l));
        return ByPreference
            .Where(t => (types & t) != 0)
            .OrderBy(t =>
                (t & drafted) != 0 ? 0
                : (t & spoken) != 0 ? 1
                : t == JsonTypes.String ? 2
                : 3
            );
    }

    private static JsonTypes Spoken(Literal literal)
    {
        var governed = LiteralTypes.Of(literal with { Holds = false });
        return literal.Keyword is "type" or "enum" or "const" || governed == JsonTypes.Any ? JsonTypes.None : governed;
    }

    private static JsonTypes TypeOf(JsonNode? value) =>
        value is null
            ? JsonTypes.Null
            : value.GetValueKind() switch
            {
                JsonValueKind.Object => JsonTypes.Object,
                JsonValueKind.Array => JsonTypes.Array,
                JsonValueKind.String => JsonTypes.String,
                JsonValueKind.Number => JsonTypes.Number,
                _ => JsonTypes.Boolean,
            };

    private Solution Make(JsonTypes type) =>
        type switch
        {
            JsonTypes.Object => new ObjectMaker(solver, place, literals).Make(),
            JsonTypes.Array => new ArrayMaker(solver, place, literals).Make(),
            JsonTypes.String => new TextMaker(solver, place, literals).Make(),
            JsonTypes.Number => new NumberMaker(solver, place, literals, Types).Make(),
            JsonTypes.Boolean => OneOf(type, [true, false]),
            _ => OneOf(type, [null]),
        };

    private Solution OneOf(JsonTypes type, IReadOnlyList<JsonNode?> values) =>
        values.FirstOrDefault(v => solver.Fits(place, v)) is { } found ? new Solution.Found(found)
        : type == JsonTypes.Null && solver.Fits(place, null) ? new Solution.Found(null)
        : new Solution.Failed(
            place.Avoided.Count > 0
                ? $"there are only {place.Avoided.Count} values that fit and differ"
                : "none of the values of its type fits",
            place.Blamed,
            true
        );
}
