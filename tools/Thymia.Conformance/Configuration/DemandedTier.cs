namespace Thymia.Conformance.Configuration;

/// <summary>Up to which tier of sense a valid request must be accepted.</summary>
public enum DemandedTier
{
    /// <summary>What is documented and what a real consumer would send.</summary>
    Plausible,

    /// <summary>Whatever the letter of the schema allows, such as an empty label.</summary>
    Schema,
}
