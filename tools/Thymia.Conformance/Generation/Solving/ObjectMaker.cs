using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>Makes an object of which all keywords of a way hold.</summary>
internal sealed class ObjectMaker(ValueSolver solver, SolvedPlace place, ImmutableList<Literal> literals)
{
    private readonly LiteralBounds _count = LiteralBounds.Of(literals, "minProperties", "maxProperties");
    private readonly MemberDemands _members = new(solver, place, literals);
    private readonly JsonObject _made = [];

    public Solution Make()
    {
        if (_count.Conflict is { } conflict)
        {
            return new Solution.Failed(conflict, _count.Pointer, true);
        }

        foreach (var (name, pointer) in _members.Required)
        {
            if (!_members.MayHave(name))
            {
                return new Solution.Failed(
                    $"the property '{name}' is required, yet not allowed",
                    pointer,
                    !_members.IsChosen(name)
                );
            }

            if (Add(name) is { } failed)
            {
                return failed with
                {
                    Reason = $"the property '{name}' is required, but {failed.Reason}",
                    IsProven = failed.IsProven && !_members.IsChosen(name),
                };
            }
        }

        if (_made.Count > _count.Most)
        {
            return new Solution.Failed(
                $"{_made.Count} properties are required, more than its 'maxProperties' {_count.Most}",
                _count.Pointer,
                true
            );
        }

        return AddWanted() is { } missing ? missing : AddOptional();
    }

    // On the way to a place that must be there.
    private Solution.Failed? AddWanted()
    {
        foreach (var name in place.Search.StepsFrom(place.Pointer).Where(n => !_made.ContainsKey(n)))
        {
            if (_members.MayHave(name) && Add(name) is { } failed)
            {
                return failed with { IsProven = false };
            }
        }

        return null;
    }

    private Solution AddOptional()
    {
        var drafted = place.Draft.Value is JsonObject draft ? draft.Select(p => p.Key) : [];
        foreach (var name in drafted.Where(n => !_made.ContainsKey(n) && _members.MayHave(n)))
        {
            _ = _made.Count < _count.Most ? Add(name) : null;
        }

        var tries = 0;
        foreach (var name in _made.Count < _count.Least ? _members.Offered.Where(n => !_made.ContainsKey(n)) : [])
        {
            _ = Add(name);
            if (_made.Count >= _count.Least || ++tries > _count.Least + 200)
            {
                break;
            }
        }

        return _made.Count >= _count.Least
            ? new Solution.Found(_made)
            : new Solution.Failed(
                $"only {_made.Count} properties can be there, fewer than its 'minProperties' {_count.Least}",
                _count.Pointer,
                false
            );
    }

    // The order is that of the draft, where it has the property.
    private Solution.Failed? Add(string name)
    {
        var outcome = solver.Solve(place.Below(name, _members.Of(name)));
        if (outcome is Solution.Failed && place.Draft.Below(name).IsGiven)
        {
            outcome = solver.Solve(place.Below(name, _members.Of(name)) with { Draft = default });
        }

        if (outcome is Solution.Found { Value: var value })
        {
            _made[name] = value;
            return null;
        }

        return (Solution.Failed)outcome;
    }
}
