using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the user that are not enforced.</summary>
internal sealed class UserTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("user-empty-taken", "invalid-rejected", "A user with nothing in it is taken.")
        {
            Judges = (request, problems) =>
            {
                if (request.At("user") is { IsObject: true } user && user.Members().Count == 0)
                {
                    problems.RemoveAll(problem => problem.Place.Path.StartsWith("user.", StringComparison.Ordinal));
                }
            },
        },
        new OneStep("user-names-any-case", "invalid-rejected", "The names within the user are taken in any case.")
        {
            Judges = (request, problems) =>
                problems.RemoveAll(problem =>
                    IsMissing(problem)
                    && HasAnother(request, name => name.Equals(NameOf(problem), StringComparison.OrdinalIgnoreCase))
                ),
        },
        new OneStep(
            "user-names-in-snake-case",
            "invalid-rejected",
            "The names within the user are taken in snake case."
        )
        {
            Judges = (request, problems) =>
                problems.RemoveAll(problem =>
                    IsMissing(problem) && HasAnother(request, name => name == InSnakeCase(NameOf(problem)))
                ),
        },
        new OneStep("user-names-trimmed", "invalid-rejected", "The names within the user are taken with blanks around.")
        {
            Judges = (request, problems) =>
                problems.RemoveAll(problem =>
                    IsMissing(problem) && HasAnother(request, name => name.Trim() == NameOf(problem))
                ),
        },
        new OneStep("user-of-prototype", "invalid-rejected", "What stands below __proto__ counts as the user's own.")
        {
            Judges = (request, problems) =>
                problems.RemoveAll(problem =>
                    IsMissing(problem) && request.At("user.__proto__." + NameOf(problem)).IsPresent
                ),
        },
        new OneStep("user-not-looked-into", "invalid-rejected", "Nothing within the user is judged.")
        {
            Judges = (_, problems) =>
                problems.RemoveAll(problem => problem.Place.Path.StartsWith("user.", StringComparison.Ordinal)),
        },
        new LostValidation("user-not-required", "user", FaultKind.Missing, "A call without a user is taken."),
        new LostValidation("user-takes-list", "user", FaultKind.Object, "A list is taken as user.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("user-takes-null", "user"),
        new LostValidation("user-takes-text", "user", FaultKind.Object, "Text is taken as user.")
        {
            Takes = value => value.IsText,
        },
    ];

    private static bool IsMissing(Problem problem) =>
        problem.Fault.Kind == FaultKind.Missing && problem.Place.Path.StartsWith("user.", StringComparison.Ordinal);

    private static string NameOf(Problem problem) => problem.Place.Path["user.".Length..];

    private static bool HasAnother(CallRequest request, Func<string, bool> isTaken) =>
        request.At("user").Members().Any(member => isTaken(member.Name));

    private static string InSnakeCase(string name) =>
        string.Concat(name.Select(sign => char.IsUpper(sign) ? $"_{char.ToLowerInvariant(sign)}" : $"{sign}"));
}
