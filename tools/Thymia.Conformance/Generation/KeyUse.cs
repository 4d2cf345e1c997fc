namespace Thymia.Conformance.Generation;

/// <summary>Which API key a request carries.</summary>
public enum KeyUse
{
    /// <summary>The one the configuration gives.</summary>
    Configured,

    /// <summary>No header at all.</summary>
    Absent,

    /// <summary>The header with an empty value.</summary>
    Empty,

    /// <summary>A made-up key that no provider has issued.</summary>
    Wrong,
}
