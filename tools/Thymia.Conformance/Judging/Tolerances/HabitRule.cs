using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// One named thing that a framework does beside what was asked; covers exactly the findings it describes.
/// </summary>
/// <param name="pattern">Reads the pattern of a member; null where it has none.</param>
internal sealed class HabitRule(PolicyFile.Habit habit, Func<string?, string, BoundedPattern?> pattern)
{
    private readonly BoundedPattern? _path = pattern(habit.Path, "path");
    private readonly BoundedPattern? _found = pattern(habit.Found, "found");
    private readonly BoundedPattern? _errors = pattern(habit.Errors, "errors");

    /// <summary>The verdict under this rule.</summary>
    public Verdict.Tolerated Verdict { get; } = new(habit.Id, habit.Reason);

    public bool Covers(Finding finding, Evidence evidence) =>
        habit.Check == finding.Check
        && (habit.Constraint is null || habit.Constraint == evidence.Case.Keyword)
        && (habit.Kinds?.Contains(evidence.Case.Kind) ?? true)
        && (_path?.IsMatch(evidence.Case.Operation.Path) ?? true)
        && (_found?.IsMatch(finding.Found) ?? true)
        && (_errors is null || (evidence.Errors.Count > 0 && evidence.ErrorLines.All(_errors.IsMatch)));
}
