namespace Thymia.Conformance.Pacts.Recording;

/// <summary>How much of what a run saw becomes a contract.</summary>
public enum ContractSize
{
    /// <summary>
    /// What a consumer would sign, five to ten interactions of an operation: the documented call, its optional
    /// properties, one invalid value, one missing property, no key, and a wrong key where that is documented.
    /// </summary>
    Consumer,

    /// <summary>One interaction for each distinct shape of a request.</summary>
    AllShapes,
}
