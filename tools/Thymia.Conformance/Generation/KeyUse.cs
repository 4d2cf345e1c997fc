namespace Thymia.Conformance.Generation;

/// <summary>Which API key a request carries.</summary>
public enum KeyUse
{
    /// <summary>The one the configuration gives.</summary>
    Configured,

    /// <summary>That of a second caller, where one is configured.</summary>
    Other,

    /// <summary>No header at all.</summary>
    Absent,

    /// <summary>The header with an empty value.</summary>
    Empty,

    /// <summary>A made-up key that no provider has issued.</summary>
    Wrong,

    /// <summary>The configured key in the other case of letters; a made-up one where it has none.</summary>
    OtherCase,

    /// <summary>The first half of the configured key.</summary>
    FirstHalf,

    /// <summary>The configured key with more behind it.</summary>
    Extended,

    /// <summary>A made-up key as long as the configured one.</summary>
    SameLength,

    /// <summary>The sign for any text in databases.</summary>
    Wildcard,

    /// <summary>The pattern that any text fits.</summary>
    Pattern,

    /// <summary>A text that ends a database's literal and is true for every row.</summary>
    Injection,

    /// <summary>The word that some programs write for no value.</summary>
    NullWord,
}
