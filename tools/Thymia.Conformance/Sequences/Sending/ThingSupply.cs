using System.Collections.Concurrent;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Things for cases that need one: shared where nothing is changed, created where there is none yet.</summary>
internal sealed class ThingSupply(SequencePlan plan, CreatedThings things, SequenceSender sender)
{
    private const int MaxAttempts = 3;

    private readonly ConcurrentDictionary<(string Item, string Use), CreatedThing> _shared = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _creating = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Supplied> _problems = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _unanswered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _made = new(StringComparer.Ordinal);

    /// <summary>The thing that all cases of one use share.</summary>
    /// <param name="use">Whatever these cases have in common.</param>
    public Task<Supplied> ShareAsync(Relation relation, string use, CancellationToken cancellation) =>
        ShareAsync(relation, use, [], cancellation);

    /// <summary>A thing for one case alone.</summary>
    public Task<Supplied> TakeAsync(Relation relation, CancellationToken cancellation) =>
        TakeAsync(relation, [], cancellation);

    /// <summary>Whether something that the run has created stands at that path.</summary>
    public bool Holds(string path) => things.IsThere(path);

    /// <summary>Has others share another thing than that from now on.</summary>
    public void Forget(CreatedThing thing)
    {
        foreach (var (key, shared) in _shared)
        {
            if (shared == thing)
            {
                _shared.TryRemove(KeyValuePair.Create(key, shared));
            }
        }
    }

    private async Task<Supplied> ShareAsync(
        Relation relation,
        string use,
        IReadOnlyList<string> inner,
        CancellationToken cancellation
    )
    {
        var creating = _creating.GetOrAdd($"{relation.Item} {use}", _ => new SemaphoreSlim(1));
        await creating.WaitAsync(cancellation);
        try
        {
            if (_shared.TryGetValue((relation.Item, use), out var known) && !known.IsDeleted)
            {
                return new Supplied(known);
            }

            var supplied = await TakeAsync(relation, inner, cancellation);
            if (supplied.Thing is { } thing)
            {
                _shared[(relation.Item, use)] = thing;
            }

            return supplied;
        }
        finally
        {
            creating.Release();
        }
    }

    private async Task<Supplied> TakeAsync(
        Relation relation,
        IReadOnlyList<string> inner,
        CancellationToken cancellation
    )
    {
        while (things.TakeFree(relation) is { } free)
        {
            if (await IsThereAsync(free, cancellation))
            {
                return new Supplied(free);
            }
        }

        if (inner.Contains(relation.Item))
        {
            return new Supplied(null, $"{relation.Producer.Name} needs what it is to create");
        }

        if (_problems.TryGetValue(relation.Item, out var problem))
        {
            return problem;
        }

        var supplied = await CreateAsync(relation, [.. inner, relation.Item], cancellation);
        return supplied.Thing is null && IsLasting(relation, supplied) ? _problems[relation.Item] = supplied : supplied;
    }

    // What an earlier part of the run created may have been deleted by a request that got no answer. What is not there
    // serves nobody, and is left to the cleaning up.
    private async Task<bool> IsThereAsync(CreatedThing thing, CancellationToken cancellation)
    {
        if (thing.IsInDoubt)
        {
            var read = await sender.SendAsync(thing.Relation.Reader, thing, cancellation);
            thing.IsInDoubt = read is not { Answer.IsSuccess: true };
        }

        return !thing.IsInDoubt;
    }

    // Whether the key is the provider's, and whether anybody is there, is for cases to show.
    private bool IsLasting(Relation relation, Supplied supplied) =>
        !supplied.IsOfAll || _unanswered.AddOrUpdate(relation.Item, 1, (_, n) => n + 1) >= MaxAttempts;

    private async Task<Supplied> CreateAsync(
        Relation relation,
        IReadOnlyList<string> inner,
        CancellationToken cancellation
    )
    {
        var producer = relation.Producer;
        CreatedThing? parent = null;
        if (plan.Relations.Of(producer, creates: true) is [.., var outer])
        {
            var supplied = await ShareAsync(outer, "parent", inner, cancellation);
            if (supplied.Thing is null)
            {
                return supplied;
            }

            parent = supplied.Thing;
        }

        Exchange? last = null;
        for (var i = 0; i < MaxAttempts; i++)
        {
            var number = _made.AddOrUpdate(producer.Name, 0, (_, n) => n + 1);
            var request = plan.Requests.Make(producer, number, isWhole: i != 1);
            request = request is null || parent is null ? request : PathBinding.To(parent, request, producer);
            if (request is null)
            {
                return new Supplied(null, $"no request of {producer.Name} can be made");
            }

            (last, var thing) = await sender.CreateAsync(request, cancellation);
            if (thing is not null)
            {
                return new Supplied(thing);
            }

            if (last.Answer is not { Status: >= 400 and not (401 or 403) and < 500 })
            {
                break;
            }
        }

        return new Supplied(null, Problem(relation, last!), last!.Withheld is not null)
        {
            IsOfAll = last is { Withheld: null, Answer: null or { Status: 401 or 403 } },
        };
    }

    private static string Problem(Relation relation, Exchange exchange) =>
        exchange switch
        {
            { Withheld: { } reason } => reason,
            { Answer: null } => $"{relation.Producer.Name} got no answer: {exchange.Failure}",
            { Answer.IsSuccess: true } =>
                $"the answer of {relation.Producer.Name} shows no id of it; state where it stands under relations in a "
                    + "file for --values",
            { Answer.Status: var status } => $"{relation.Producer.Name} was refused with status {status}",
        };
}

/// <summary>A thing, or why there is none.</summary>
/// <param name="Problem">A clause; null where there is a thing.</param>
/// <param name="IsWithheld">Whether a request for one must not go.</param>
internal readonly record struct Supplied(CreatedThing? Thing, string? Problem = null, bool IsWithheld = false)
{
    /// <summary>Whether the problem is one of every request, such as a key that the provider does not know.</summary>
    public bool IsOfAll { get; init; }
}
