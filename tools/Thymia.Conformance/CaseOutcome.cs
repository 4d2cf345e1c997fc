namespace Thymia.Conformance;

/// <summary>What may become of a case.</summary>
public enum CaseOutcome
{
    /// <summary>The answer is as the description says.</summary>
    Passed,

    /// <summary>The answer breaks the description.</summary>
    Failed,

    /// <summary>What the provider's framework does by nature.</summary>
    Tolerated,

    /// <summary>Broken as a list of known deviations says.</summary>
    Known,

    /// <summary>There was no answer that shows anything.</summary>
    Inconclusive,

    /// <summary>Nothing was sent, for a reason of the settings or of safety.</summary>
    Skipped,

    /// <summary>The suite itself failed.</summary>
    Erred,
}
