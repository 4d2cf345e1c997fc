using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Judging;

/// <summary>How strictly answers are judged.</summary>
public sealed record JudgeOptions
{
    /// <summary>The configured key, so that no finding shows it; null where there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Secrets of all security schemes, which no finding shows and no answer may hold; none by default.
    /// </summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>
    /// Those of <see cref="Secrets"/> that go with every request as headers; none by default.
    /// </summary>
    public IReadOnlyCollection<string> Headers { get; init; } = [];

    /// <summary>Properties whose values appear in no finding, wherever they stand in a request.</summary>
    public IReadOnlySet<string> PersonalProperties { get; init; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "dateOfBirth", "phoneNumber" };

    /// <summary>
    /// Whether a documented refusal of what only the schema's letter allows is a failure; false by default.
    /// </summary>
    public bool DemandSchemaOnly { get; init; }

    /// <summary>
    /// <c>strict</c>, the default; the name of a file in <c>fixtures/tolerances</c>; or <c>auto</c>, which takes the
    /// one whose words the first validation errors use.
    /// </summary>
    public string Policy { get; init; } = "strict";

    /// <summary>Why that policy, as a clause, where it was found out before; null where it is configured.</summary>
    public string? PolicyReason { get; init; }

    /// <summary>
    /// The statuses that count as refusing a wrong key; null takes those the case names, 401 and 403.
    /// </summary>
    public IReadOnlyList<int>? KeyRefusals { get; init; }

    /// <summary>What this API promises in prose; nothing by default.</summary>
    internal IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Which checks' findings count, and how much; all, as they are, by default.</summary>
    public CheckChoice Checks { get; init; } = new();

    /// <summary>How far the provider's clock may be from ours; five minutes by default.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an accepted request may take; null, the default, sets no limit.</summary>
    public TimeSpan? AcceptedWithin { get; init; }

    /// <summary>How long a refused request may take; null, the default, sets no limit.</summary>
    public TimeSpan? RefusedWithin { get; init; }

    /// <summary>The same by the policy that an earlier part of the run has found; a file of a team's stays.</summary>
    internal JudgeOptions WithPolicy(string policy, string? reason) =>
        PolicyName.IsFile(Policy) ? this : this with { Policy = policy, PolicyReason = reason };

    /// <summary>Leaves the key out, since a record would print it.</summary>
    public override string ToString() => nameof(JudgeOptions);
}
