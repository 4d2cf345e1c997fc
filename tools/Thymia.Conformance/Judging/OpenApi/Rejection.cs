using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.OpenApi;

/// <summary>Whether a case that must not succeed was refused in a way the contract or sense allows.</summary>
internal static class Rejection
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int ContentTooLarge = 413;
    private const int UriTooLong = 414;
    private const int UnsupportedMediaType = 415;
    private const int Unprocessable = 422;
    private const int HeaderFieldsTooLarge = 431;

    // From where on a server may well say that the size is what it does not take: usual limits begin there.
    private const int LargeBodyBytes = 8 * 1024;
    private const int LongTextCharacters = 1024;

    /// <summary>Asks a check's own cases, and no others.</summary>
    public static CheckResult Ask(ICheck check, Evidence evidence) =>
        Outcomes.OwnerOf(evidence.Case) != check.Description.Id
            ? CheckResult.DoesNotApply("the case is about something else")
        : evidence.IsSuccess && evidence.Tolerance(ToleratedAnswer.Accepted) is { } rule ? CheckResult.Tolerated(rule)
        : evidence.Case.Expectation switch
        {
            Expectation.Rejected rejected => AskDocumented(check, evidence, rejected),
            Expectation.Refused refused => AskSense(check, evidence, refused),
            _ => CheckResult.DoesNotApply("the request may succeed"),
        };

    private static CheckResult AskDocumented(ICheck check, Evidence evidence, Expectation.Rejected expected)
    {
        if (
            evidence.Status == expected.Status
            || IsDocumentedRefusal(evidence)
            || (!evidence.IsSuccess && evidence.Documented is null)
        )
        {
            return CheckResult.Holds;
        }

        if (OpenQuestions.Find(evidence) is { } clause)
        {
            return CheckResult.Remarked(Finding(check, evidence, $"status {expected.Status}", clause));
        }

        if (evidence.IsSuccess && RequiredReadOnly.ReasonForAcceptance(evidence) is { } reason)
        {
            return CheckResult.CannotTell(reason);
        }

        var source =
            evidence.IsSuccess && evidence.Case.Mutation is { } mutation
                ? mutation.Constraint.Source
                : $"responses/{expected.Status}";
        return Broken(check, evidence, $"status {expected.Status}", source);
    }

    // Where several statuses say that a request is wrong, each does: both that are meant for it (RFC 9110, 15.5.1 and
    // 15.5.21), any of a documented range, and those that name what is wrong with this one.
    private static bool IsDocumentedRefusal(Evidence evidence) =>
        evidence.Documented is { } documented
        && (documented.IsForRange || evidence.Status is BadRequest or Unprocessable || NamesTheFault(evidence))
        && Statuses.IsClientError(evidence.Status)
        && !documented.IsDefault;

    // A value of the path that names nothing; a size; a body without media type, or that is not of it, which servers
    // may find out by looking at it (RFC 9110, 15.5.5, 15.5.14 to 15.5.16; RFC 6585, 5).
    private static bool NamesTheFault(Evidence evidence)
    {
        var (testCase, request) = (evidence.Case, evidence.Exchange.Request);
        return evidence.Status switch
        {
            NotFound => testCase.Location.Part == "path",
            ContentTooLarge => request.Body is { Length: >= LargeBodyBytes },
            UriTooLong => request.Target.Length >= LongTextCharacters,
            UnsupportedMediaType => testCase.Keyword is "requestBody" or "json" or "encoding" or "contentType",
            HeaderFieldsTooLarge => request.Headers.Any(h => h.Value.Length >= LongTextCharacters),
            _ => false,
        };
    }

    private static CheckResult AskSense(ICheck check, Evidence evidence, Expectation.Refused expected) =>
        expected.Statuses.Contains(evidence.Status) ? CheckResult.Holds
        : OpenQuestions.Find(evidence) is { } clause
            ? CheckResult.Remarked(Finding(check, evidence, $"status {Show(expected.Statuses)}", clause))
        : Broken(check, evidence, $"status {Show(expected.Statuses)}", $"by sense: {expected.Reason}");

    private static CheckResult Broken(ICheck check, Evidence evidence, string expected, string source) =>
        CheckResult.Broken(Finding(check, evidence, expected, source));

    private static Finding Finding(ICheck check, Evidence evidence, string expected, string source) =>
        evidence.Finding(
            check,
            Places.InRequest(evidence.Case.Location),
            $"status {evidence.Status} for {Sent.What(evidence)}",
            expected,
            source
        );

    private static string Show(IReadOnlyList<int> statuses) =>
        statuses.Count > 4 ? $"{statuses.Min()} to {statuses.Max()}" : string.Join(" or ", statuses);
}
