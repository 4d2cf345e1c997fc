namespace Thymia.Conformance.Judging.Http;

internal sealed class PersonalAnswersPrivate : ICheck
{
    private const string CacheControl = "cache-control";
    private const string Public = "public";

    public CheckDescription Description { get; } =
        new()
        {
            Id = "personal-answers-private",
            Severity = Severity.Minor,
            Title = "no answer about a person is offered to shared caches",
            Documentation =
                "Asked of accepted requests that carry personal data. `Cache-Control: public` lets shared caches keep "
                + "the answer (RFC 9111, 5.2.2.9), which the standard allows and few will want: it is a remark, and "
                + "fails "
                + "nothing.",
            SilencedBy = Outcomes.All,
        };

    public CheckResult Ask(Evidence evidence) =>
        !evidence.IsSuccess || evidence.PersonalValues.Count == 0
            ? CheckResult.DoesNotApply("no request with personal data was accepted")
        : evidence.Answer.Header(CacheControl) is { } value && IsPublic(value)
            ? CheckResult.Remarked(
                evidence.Finding(
                    this,
                    Places.AnswerHeader(CacheControl),
                    $"\"{value}\"",
                    "an answer that no shared cache keeps",
                    "RFC 9111, 5.2.2.9: left to the provider"
                )
            )
        : CheckResult.Holds;

    private static bool IsPublic(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries).Contains(Public, StringComparer.OrdinalIgnoreCase);
}
