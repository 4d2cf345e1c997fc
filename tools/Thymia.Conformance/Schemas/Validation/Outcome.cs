namespace Thymia.Conformance.Schemas.Validation;

/// <summary>What judging a value by a schema has found so far.</summary>
internal struct Outcome
{
    /// <summary>What does not hold; null where nothing has been found.</summary>
    public List<Fault>? Faults;

    /// <summary>A schema that has a say was passed over unjudged, so that without a fault nobody knows.</summary>
    public bool IsOpen;

    /// <summary>The value is known to fit.</summary>
    public readonly bool Holds => Faults is null && !IsOpen;

    public void Add(Fault fault) => (Faults ??= []).Add(fault);

    /// <summary>Takes on all that another judgement of the same value found.</summary>
    public void Add(in Outcome other)
    {
        IsOpen |= other.IsOpen;
        if (other.Faults is not null)
        {
            (Faults ??= []).AddRange(other.Faults);
        }
    }
}
