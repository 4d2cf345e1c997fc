using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Refusals of valid requests that say nothing of the provider: what was made up for them is not there, or not the
/// caller's, or in the way of what is.
/// </summary>
internal static class MissingState
{
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int Gone = 410;

    /// <summary>Why nobody can tell, with the way to mend it; null where the refusal counts.</summary>
    public static string? ReasonFor(Evidence evidence) =>
        evidence.Documented is null || !IsAboutState(evidence.Status) || !MakesUp(evidence.Case) ? null
        : evidence.Status == Conflict
            ? "needs another state: status 409 is documented for a conflict with what exists, and the request's "
                + "values were made up; state an example that fits in the description"
        : $"needs an existing id: status {evidence.Status} is documented for what does not exist or may not be "
            + $"used, and {Names(evidence.Case)} made up; state one that exists as its example in the description";

    /// <summary>Whether a made-up value is not found without the description's saying so.</summary>
    public static bool IsUndocumented(Evidence evidence) =>
        evidence is { Status: NotFound, Documented: null } && PathNames(evidence.Case).Any();

    private static bool IsAboutState(int status) => status is Forbidden or NotFound or Conflict or Gone;

    private static bool MakesUp(TestCase testCase) =>
        testCase.Request.Body is { Length: > 0 } || testCase.Operation.Parameters.Any(p => p.In is "path" or "query");

    private static string Names(TestCase testCase) =>
        PathNames(testCase).ToList() switch
        {
            [] => "the request's values were",
            [var one] => $"{{{one}}} was",
            var several => $"{string.Join(" and ", several.Select(n => $"{{{n}}}"))} were",
        };

    private static IEnumerable<string> PathNames(TestCase testCase) =>
        testCase.Operation.Parameters.Where(p => p.In == "path").Select(p => p.Name);
}
