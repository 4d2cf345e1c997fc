using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences;

/// <summary>Something that a run has created at the provider, and that it may change and delete again.</summary>
public sealed class CreatedThing
{
    private int _isTaken = 1;

    internal CreatedThing(Relation relation, IReadOnlyList<string> values, int order)
    {
        Relation = relation;
        Values = values;
        Order = order;
        Path = ItemPath.Fill(relation.Item, values);
    }

    /// <summary>Where it stands below the base URL, percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The path with its parameters, such as <c>/pets/{petId}</c>.</summary>
    public string Item => Relation.Item;

    /// <summary>The operation that created it.</summary>
    public string Producer => Relation.Producer.Name;

    /// <summary>Whether a request of no case created it.</summary>
    public bool IsForSequence { get; internal init; }

    internal Relation Relation { get; }

    /// <summary>The values of the path's parameters, decoded.</summary>
    internal IReadOnlyList<string> Values { get; }

    /// <summary>How many were created before it.</summary>
    internal int Order { get; }

    /// <summary>Whether it is there no more.</summary>
    internal bool IsDeleted { get; set; }

    /// <summary>Whether it was there before the run, and may be read alone.</summary>
    internal bool IsForeign { get; init; }

    /// <summary>Whether an earlier part of the run created it, and it was not found there since.</summary>
    internal bool IsInDoubt { get; set; }

    /// <summary>Held by whoever changes it and looks at what came of that.</summary>
    internal SemaphoreSlim Changing { get; } = new(1);

    /// <summary>Takes it for one use; false where another has it.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Leaves it to others; nobody has it until that is said once.</summary>
    internal void Release() => Interlocked.Exchange(ref _isTaken, 0);
}
