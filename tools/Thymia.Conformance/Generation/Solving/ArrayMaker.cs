using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>Makes a list of which all keywords of a way hold.</summary>
internal sealed class ArrayMaker(ValueSolver solver, SolvedPlace place, ImmutableList<Literal> literals)
{
    private readonly LiteralBounds _count = LiteralBounds.Of(literals, "minItems", "maxItems");

    // More items than these, of which all must fit the same, are copies of one another.
    private const int MaxSolved = 200;

    private ItemDemands _items = new(literals);
    private JsonArray _made = [];
    private string? _key;
    private ImmutableHashSet<string> _used = ImmutableHashSet<string>.Empty;

    public Solution Make()
    {
        if (_count.Conflict is { } conflict)
        {
            return new Solution.Failed(conflict, _count.Pointer, true);
        }

        if (_count.Least > place.Search.MaxBytes / 2)
        {
            return new Solution.Failed(
                $"its 'minItems' {_count.Least} needs more than {place.Search.MaxBytes} bytes",
                _count.Pointer,
                false
            );
        }

        var outcome = Filled();
        if (outcome is not Solution.Failed || !_items.AreMovable)
        {
            return outcome;
        }

        // Behind the items that have schemas of their own, or else among them.
        var prefixed = _items.Prefixed;
        foreach (var from in Enumerable.Range(1, prefixed - 1).Prepend(prefixed))
        {
            (_items, _made, _used) = (new ItemDemands(literals, from), [], ImmutableHashSet<string>.Empty);
            if (_items.Contained <= Math.Min(_count.Most, _items.Most) && Filled() is Solution.Found found)
            {
                return found;
            }
        }

        return (Solution.Failed)outcome with
        {
            IsProven = false,
        };
    }

    private Solution Filled()
    {
        var isRepeating = literals.Exists(l => l is { Keyword: "uniqueItems", Holds: false });
        for (var i = 0; i < Count(); i++)
        {
            if (isRepeating && i == 1)
            {
                _made.Add(_made[0]?.DeepClone());
            }
            else if (Add(i) is { } failed)
            {
                return i >= _count.Least && i >= _items.Contained && i >= Wanted() ? Finished(failed) : failed;
            }
        }

        return new Solution.Found(_made);
    }

    // A list may end where no further item can be made, unless it must be longer.
    private Solution Finished(Solution.Failed failed) => solver.Fits(place, _made) ? new Solution.Found(_made) : failed;

    private int Count()
    {
        var drafted = place.Draft.Value is JsonArray list ? list.Count : 0;
        var wanted = place.Search.Counts.TryGetValue(place.Pointer, out var count) ? count : drafted;
        var least = Math.Max(Math.Max(_count.Least, _items.Contained), Wanted());
        least = literals.Exists(l => l is { Keyword: "uniqueItems", Holds: false }) ? Math.Max(least, 2) : least;
        return (int)Math.Max(least, Math.Min(wanted, Math.Min(_count.Most, _items.Most)));
    }

    private int Wanted() =>
        place
            .Search.StepsFrom(place.Pointer)
            .Select(s => int.TryParse(s, System.Globalization.CultureInfo.InvariantCulture, out var i) ? i + 1 : 0)
            .DefaultIfEmpty(0)
            .Max();

    private Solution.Failed? Add(int index)
    {
        var demands = _items.At(index);
        if (index > MaxSolved && !_items.AreUnique && IsLikeTheLast(index, demands))
        {
            _made.Add(_made[index - 1]?.DeepClone());
            return null;
        }

        var item = place.At(index, demands) with
        {
            Avoided = _items.AreUnique ? _used : ImmutableHashSet<string>.Empty,
        };
        var outcome = solver.Solve(item);
        if (outcome is Solution.Failed && place.At(index, []).Draft.IsGiven)
        {
            // What was drafted may be what stands in the way.
            outcome = solver.Solve(item with { Draft = default });
        }

        if (outcome is not Solution.Found { Value: var value })
        {
            var failed = (Solution.Failed)outcome;
            return index > 0 && _items.AreUnique
                ? failed with
                {
                    Reason = $"its 'uniqueItems' asks for {_count.Least} that differ, but {failed.Reason}",
                }
                : failed;
        }

        _key = item.Key;
        _used = _items.AreUnique ? _used.Add(value?.ToJsonString() ?? "null") : _used;
        _made.Add(value);
        return null;
    }

    private bool IsLikeTheLast(int index, IReadOnlyList<Demand> demands) =>
        place.At(index, demands) is { Draft.IsGiven: false } item
        && item.Key == _key
        && !place.Search.IsOnTheWay(item.Pointer);
}
