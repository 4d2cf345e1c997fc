namespace Thymia.Conformance.Generation;

/// <summary>How much sense a valid request makes beyond its schema.</summary>
public enum Tier
{
    /// <summary>The description's own example, as documented.</summary>
    Documented,

    /// <summary>What a real consumer would send.</summary>
    Plausible,

    /// <summary>
    /// Allowed by the letter of the schema alone; a refusal is reported apart, and is no failure by default.
    /// </summary>
    SchemaOnly,
}
