namespace Thymia.Provider.Rules;

/// <summary>The ways in which a value can break the contract, whatever the vocabulary.</summary>
internal enum FaultKind
{
    Missing,
    Null,
    Text,
    Enumeration,
    Date,
    Uri,
    Boolean,
    Object,
    Json,
    Extra,
}
