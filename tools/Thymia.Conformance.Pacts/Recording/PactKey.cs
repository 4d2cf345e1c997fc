namespace Thymia.Conformance.Pacts.Recording;

/// <summary>What the interactions of a pact file do about the API key.</summary>
public enum PactKey
{
    /// <summary>Every request carries one; a verifier puts the real one in.</summary>
    Sent,

    /// <summary>No request carries one; a verifier must add none.</summary>
    Absent,
}
