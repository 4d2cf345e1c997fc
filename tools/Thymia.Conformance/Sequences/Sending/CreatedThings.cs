using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Everything that a run has created and others need, and whether it is still there.</summary>
internal sealed class CreatedThings
{
    private const int Created = 201;

    private readonly Lock _noting = new();
    private readonly Dictionary<string, CreatedThing> _byPath = new(StringComparer.Ordinal);
    private readonly List<string> _perhaps = [];
    private readonly SequencePlan _plan;
    private readonly RelationTable _relations;
    private readonly SendingGate _gate;
    private readonly ICreationListener? _listener;

    public CreatedThings(SequencePlan plan, SendingGate gate, ICreationListener? listener)
    {
        _plan = plan;
        _relations = plan.Relations;
        _gate = gate;
        _perhaps.AddRange(plan.Before.Perhaps);
        foreach (var (item, path) in plan.Before.Things)
        {
            if (
                _relations.All.FirstOrDefault(r => r.Creates && r.Item == item) is { } relation
                && ItemPath.ValuesIn(path, item) is { } values
            )
            {
                Add(new CreatedThing(relation, values, _byPath.Count) { IsInDoubt = true }).Release();
            }
        }

        // Those were noted when they were created.
        _listener = listener;
    }

    /// <summary>The operations of requests that got no answer, and perhaps created something.</summary>
    public IReadOnlyList<string> Perhaps
    {
        get
        {
            lock (_noting)
            {
                return [.. _perhaps];
            }
        }
    }

    /// <summary>What is still there, what was created last first.</summary>
    public IReadOnlyList<CreatedThing> Remaining
    {
        get
        {
            lock (_noting)
            {
                return [.. _byPath.Values.Where(t => !t.IsDeleted).OrderByDescending(t => t.Order)];
            }
        }
    }

    /// <summary>Whether something that the run has created stands at that path, percent-encoded.</summary>
    public bool IsThere(string path)
    {
        lock (_noting)
        {
            return _byPath.TryGetValue(path, out var thing) && !thing.IsDeleted;
        }
    }

    /// <summary>The others of the same collection that are still there.</summary>
    public IReadOnlyList<CreatedThing> Beside(CreatedThing thing)
    {
        lock (_noting)
        {
            return
            [
                .. _byPath.Values.Where(t =>
                    !t.IsDeleted
                    && !t.IsInDoubt
                    && t != thing
                    && t.Item == thing.Item
                    && ItemPath.CollectionOf(t.Path) == ItemPath.CollectionOf(thing.Path)
                ),
            ];
        }
    }

    /// <summary>Takes note of what an exchange created; the thing, or null where it is none that others need.</summary>
    /// <param name="isForSequence">Whether the request belongs to no case.</param>
    public CreatedThing? Observe(Exchange exchange, Stake stake, bool isForSequence) =>
        exchange.Answer is { IsSuccess: true } ? OfSuccess(exchange, isForSequence)
        : exchange is { Answer: null, Request.Method: "POST" } && Outcomes.MayHaveCreated(exchange, stake)
            ? NotePerhaps(exchange)
        : null;

    /// <summary>The thing that an exchange created, as it was noted; null where it is none that others need.</summary>
    public CreatedThing? Find(Exchange exchange)
    {
        if (exchange.Answer is not { IsSuccess: true } || Read(exchange) is not { } read || Reveals(read.Values))
        {
            return null;
        }

        lock (_noting)
        {
            return _byPath.GetValueOrDefault(ItemPath.Fill(read.Relation.Item, read.Values));
        }
    }

    /// <summary>A thing that is there and nobody uses; null where there is none.</summary>
    public CreatedThing? TakeFree(Relation relation)
    {
        lock (_noting)
        {
            return _byPath.Values.FirstOrDefault(t => !t.IsDeleted && t.Item == relation.Item && t.TryTake());
        }
    }

    /// <summary>Takes note that a thing is there no more, nor what was below it.</summary>
    public void Delete(CreatedThing thing)
    {
        lock (_noting)
        {
            foreach (var below in _byPath.Values.Where(t => !t.IsDeleted && IsWithin(t, thing)))
            {
                below.IsDeleted = true;
                _listener?.Deleted(below);
            }
        }
    }

    private static bool IsWithin(CreatedThing thing, CreatedThing outer) =>
        thing == outer || thing.Path.StartsWith(outer.Path + "/", StringComparison.Ordinal);

    private CreatedThing? OfSuccess(Exchange exchange, bool isForSequence)
    {
        if (Read(exchange) is not { } read)
        {
            return null;
        }

        // What has a secret for its id can be asked for by nobody who keeps it.
        if (Reveals(read.Values))
        {
            return NotePerhaps(exchange);
        }

        lock (_noting)
        {
            var thing = new CreatedThing(read.Relation, read.Values, _byPath.Count) { IsForSequence = isForSequence };
            return _byPath.TryGetValue(thing.Path, out var known) && !known.IsDeleted ? known : Add(thing);
        }
    }

    private bool Reveals(IReadOnlyList<string> values) => values.Any(_plan.Reveals);

    // A PUT creates what stands at its own path.
    private (Relation Relation, IReadOnlyList<string> Values)? Read(Exchange exchange)
    {
        if (_relations.All.Count == 0 || exchange.Request.Method is not ("POST" or "PUT"))
        {
            return null;
        }

        var path = exchange.Request.Target.Split('?')[0];
        var isPut = exchange.Request.Method == "PUT";
        var relation =
            !isPut ? _relations.ProducedBy(exchange.Request)
            : exchange.Answer!.Status == Created ? _relations.At(path)
            : null;
        var values =
            relation is null ? null
            : isPut ? ItemPath.ValuesIn(path, relation.Item)
            : CreatedValues.Read(relation, exchange);
        return values is null ? null : (relation!, values);
    }

    private CreatedThing Add(CreatedThing thing)
    {
        _byPath[thing.Path] = thing;
        _gate.Own(thing.Path);
        _listener?.Created(thing);
        return thing;
    }

    private CreatedThing? NotePerhaps(Exchange exchange)
    {
        if (_relations.ProducedBy(exchange.Request) is { } relation)
        {
            lock (_noting)
            {
                _perhaps.Add(relation.Producer.Name);
            }

            _listener?.PerhapsCreated(relation.Producer.Name);
        }

        return null;
    }
}
