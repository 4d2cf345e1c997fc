namespace Thymia.Conformance.Judging;

/// <summary>How strictly answers are judged.</summary>
public sealed record JudgeOptions
{
    /// <summary>The configured key, so that no finding shows it; null where there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Properties whose values appear in no finding, wherever they stand in a request.</summary>
    public IReadOnlySet<string> PersonalProperties { get; init; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "dateOfBirth", "phoneNumber" };

    /// <summary>Whether a documented refusal of what only the schema's letter allows is a failure; false by default.</summary>
    public bool DemandSchemaOnly { get; init; }

    /// <summary>Leaves the key out, since a record would print it.</summary>
    public override string ToString() => nameof(JudgeOptions);
}
