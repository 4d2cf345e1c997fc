namespace Thymia.Conformance.Pacts.Verification;

/// <summary>What a verification says about a provider. The numbers are the process's exit codes.</summary>
public enum VerifyOutcome
{
    Passed = 0,

    /// <summary>An answer was another than agreed.</summary>
    Broken = 1,

    /// <summary>Nothing is broken that we saw, but some interactions got no answer or were not tried.</summary>
    Unreachable = 3,
}
