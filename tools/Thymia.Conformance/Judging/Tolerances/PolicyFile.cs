namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// A file of <c>fixtures/tolerances</c> as written; <c>schemas/tolerances.schema.json</c> says what each member means.
/// </summary>
internal sealed record PolicyFile(
    string Policy,
    string? Extends,
    string? Vocabulary,
    IReadOnlyList<PolicyFile.Rule>? Rules,
    IReadOnlyList<PolicyFile.Echo>? Echoes,
    IReadOnlyList<PolicyFile.AnswerRule>? Answers,
    IReadOnlyList<PolicyFile.Habit>? Habits
)
{
    internal sealed record Rule
    {
        public required string Id { get; init; }

        public required string Constraint { get; init; }

        public IReadOnlyList<string>? At { get; init; }

        public IReadOnlyList<string>? Kinds { get; init; }

        public string? Type { get; init; }

        public string? Format { get; init; }

        public bool? Optional { get; init; }

        public bool? Free { get; init; }

        public IReadOnlyList<string>? Sent { get; init; }

        public string? Pattern { get; init; }

        public string? Reading { get; init; }

        public required ToleratedAnswer Answer { get; init; }

        public IReadOnlyList<int>? Statuses { get; init; }

        public required string Reason { get; init; }
    }

    internal sealed record AnswerRule(string Id, string Found, bool Optional, string Reason);

    internal sealed record Habit
    {
        public required string Id { get; init; }

        public required string Check { get; init; }

        public string? Constraint { get; init; }

        public IReadOnlyList<string>? Kinds { get; init; }

        public string? Path { get; init; }

        public string? Found { get; init; }

        public string? Errors { get; init; }

        public required string Reason { get; init; }
    }

    internal sealed record Echo(string Id, string At, string Reason);
}
