using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

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
        : OfMissing(evidence);

    /// <summary>Whether a made-up value is not found without the description's saying so.</summary>
    public static bool IsUndocumented(Evidence evidence) =>
        evidence is { Status: NotFound, Documented: null } && PathParameters(evidence.Case).Any();

    private static string? OfMissing(Evidence evidence)
    {
        var path = PathParameters(evidence.Case).ToList();
        var unknown = path.FindAll(p => !evidence.Case.Created.Contains(p.Name));
        var madeUp = unknown.FindAll(p => !IsGiven(evidence.Case, p));
        return madeUp.Count > 0 ? NeedsId(evidence, madeUp)
            : unknown.Count > 0
                ? $"needs an existing {Listed(unknown)}: status {evidence.Status} says that what the values file gives "
                    + "is not there, or may not be used; correct it there"
            : path.Count == 0
                ? $"needs existing values: status {evidence.Status} is documented for what does not exist or may "
                    + "not be used, and the request's values were made up; state ones that exist in a file for --values"
            : evidence.Status == Forbidden
                ? $"needs another caller: status {Forbidden} is documented for what may not be used, though this run "
                    + $"created {Listed(path)}"
            : null;
    }

    private static string NeedsId(Evidence evidence, List<Parameter> madeUp) =>
        $"needs an existing {Listed(madeUp)}: status {evidence.Status} is documented for what does not exist or "
        + "may not "
        + $"be used, and {(madeUp.Count == 1 ? "the id was" : "the ids were")} made up; put "
        + string.Join(" and ", madeUp.Select(p => $"\"- {{ parameter: {p.Name}, value: … }}\""))
        + " under values in a file for --values";

    private static bool IsGiven(TestCase testCase, Parameter parameter) =>
        parameter.Given.Any(g => testCase.Request.PathValues.Any(v => v.Key == parameter.Name && v.Value == TextOf(g)));

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool IsAboutState(int status) => status is Forbidden or NotFound or Conflict or Gone;

    private static bool MakesUp(TestCase testCase) =>
        testCase.Request.Body is { Length: > 0 } || testCase.Operation.Parameters.Any(p => p.In is "path" or "query");

    private static string Listed(List<Parameter> parameters) =>
        string.Join(" and ", parameters.Select(p => $"{{{p.Name}}}"));

    private static IEnumerable<Parameter> PathParameters(TestCase testCase) =>
        testCase.Operation.Parameters.Where(p => p.In == "path");
}
