using System.Text.Json;

namespace Thymia.Conformance.Judging;

/// <summary>
/// What one API promises in prose and no schema states, as <c>schemas/rules.schema.json</c> describes it.
/// </summary>
internal sealed record Rule
{
    /// <summary>The id that findings, filters and deviations name.</summary>
    public required string Id { get; init; }

    public required RuleKind Kind { get; init; }

    /// <summary>Upper case, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path template of the operation it is about.</summary>
    public required string Path { get; init; }

    public Severity Severity { get; init; } = Severity.Major;

    /// <summary>What must hold, as a statement.</summary>
    public required string Title { get; init; }

    /// <summary>The prose it comes from, as findings cite it.</summary>
    public required string Says { get; init; }

    /// <summary>What else a reader should know; null where there is nothing.</summary>
    public string? About { get; init; }

    /// <summary>The places it is about; none for a rule on the body as a whole.</summary>
    public IReadOnlyList<RulePlace> At { get; init; } = [];

    /// <summary>What the request must be like for the rule to apply; null where it always does.</summary>
    public RuleCondition? When { get; init; }

    /// <summary>Whether a value there must be an absolute http or https address.</summary>
    public bool IsWebAddress { get; init; }

    /// <summary>What an absent property of the request means; null where the request's schema says it.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The file that states it.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1, where the file states it.</summary>
    public required int Line { get; init; }

    /// <summary>How users name the operation: <c>POST /v1/calls</c>.</summary>
    public string Operation => $"{Method} {Path}";

    /// <summary>The rule as a check that it is asked by.</summary>
    public CheckDescription Description =>
        new()
        {
            Id = Id,
            Severity = Severity,
            Title = Title,
            Documentation = string.Join(
                ' ',
                new[]
                {
                    $"A rule of {File}, line {Line}, kind {RuleKinds.NameOf(Kind)}: it holds for "
                        + $"{Operation}{Places()}.",
                    RuleKinds.PageOf(Kind),
                    About,
                    $"It comes from the prose \"{Says}\".",
                }.OfType<string>()
            ),
            SilencedBy = Outcomes.All,
        };

    private string Places() =>
        At.Count == 0 ? "" : $" at {string.Join(", ", At.Select(p => p.Answer.Text))} of the answer";
}
