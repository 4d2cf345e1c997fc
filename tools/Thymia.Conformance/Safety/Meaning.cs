namespace Thymia.Conformance.Safety;

/// <summary>What a text property is about, as far as its name tells.</summary>
internal enum Meaning
{
    Unknown,
    PhoneNumber,
    Label,
    Language,
    BirthDate,
    Email,
    Url,
    GivenName,
    FamilyName,
    PersonName,
    City,
    Identifier,

    /// <summary>Whether the provider is to delete what it stores.</summary>
    Deletion,
}
