using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Looks for a value that fits a schema whatever it states: ways to fit are taken one after the other, a value is put
/// together for each, and the schema check decides. What of a draft fits is kept, so that a draft is mended where it
/// must be and stays as it is elsewhere.
/// </summary>
/// <remarks>
/// A schema that asks for itself ends early: a smallest value never holds a value of the same schemas within, so a way
/// that leads there is no way. Where none is left, no finite value fits.
/// </remarks>
internal sealed class ValueSolver(SchemaLibrary library, SchemaReader reader)
{
    private const int MaxWays = 60;

    /// <summary>A value for the schema at a pointer.</summary>
    /// <param name="search">What is wanted of it, and how much may be tried.</param>
    public Solution Solve(string schema, ValueSearch search) =>
        Solve(new SolvedPlace(search, [new Demand(reader.At(schema), true)], "", search.Draft));

    /// <summary>A value at a place, with all that must hold for it.</summary>
    public Solution Solve(SolvedPlace place)
    {
        if (place.Search.Pins.TryGetValue(place.Pointer, out var pinned))
        {
            return Fits(place, pinned) ? new Solution.Found(pinned?.DeepClone()) : Unfinished(place);
        }

        if (place.Draft.IsGiven && Fits(place, place.Draft.Value))
        {
            return new Solution.Found(place.Draft.Value?.DeepClone());
        }

        if (!place.Search.Spend() || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Unfinished(place);
        }

        return place.IsRepeated
            ? new Solution.Failed("it asks for itself without end, so no finite value fits", place.Blamed, true)
            : Try(place with { Above = place.Above.Add(place.Key) });
    }

    /// <summary>Whether the value is what is demanded, and none of those to avoid.</summary>
    public bool Fits(SolvedPlace place, JsonNode? value)
    {
        if (place.Avoided.Contains(value?.ToJsonString() ?? "null"))
        {
            return false;
        }

        JsonElement? json = null;
        foreach (var demand in place.Demands)
        {
            if (demand.Part.Json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                if (demand.Part.IsFalse == demand.Holds)
                {
                    return false;
                }

                continue;
            }

            json ??= Payloads.ToElement(value);
            if (Fits(demand.Part, json.Value) != demand.Holds)
            {
                return false;
            }
        }

        return true;
    }

    public bool Fits(SchemaPart part, JsonElement value) => library.At(part.Pointer).Check(value).Count == 0;

    // First with the other branches of a choice left to the check, which nearly always will do; then by all of the
    // rules.
    private Solution Try(SolvedPlace place)
    {
        Solution.Failed? first = null;
        foreach (var isStrict in new[] { false, true })
        {
            var alternatives = new Alternatives(reader, place.Search.Rotation(place.Pointer), isStrict);
            var isWhole = true;
            var ways = 0;
            Solution.Failed? failure = null;
            foreach (var way in alternatives.Of(place.Demands))
            {
                var outcome = new WayToFit(this, place, way).Take();
                if (outcome is Solution.Found)
                {
                    return outcome;
                }

                var failed = (Solution.Failed)outcome;
                isWhole &= failed.IsProven;
                failure = failure is null || (failure.IsProven && !failed.IsProven) ? failed : failure;
                if (++ways == MaxWays || place.Search.IsSpent)
                {
                    isWhole = false;
                    break;
                }
            }

            var (reason, pointer) = failure is not null
                ? (failure.Reason, failure.Pointer)
                : alternatives.Contradiction ?? ("nothing fits it", place.Blamed);
            first ??= new Solution.Failed(reason, pointer, isWhole);
            if (isWhole)
            {
                return new Solution.Failed(reason, pointer, true);
            }
        }

        return first!;
    }

    private static Solution.Failed Unfinished(SolvedPlace place) =>
        new("no value was found that fits it", place.Blamed, false);
}
