namespace Thymia.Conformance.Judging.Http;

internal sealed class HeaderOnce : ICheck
{
    // Fields of one value; others are lists or may stand several times (RFC 9110, 5.3 and the field's own section).
    private static readonly string[] Names =
    [
        "Content-Type",
        "Location",
        "ETag",
        "Last-Modified",
        "Date",
        "Age",
        "Expires",
        "Retry-After",
        "Content-Location",
        "Content-Range",
    ];

    public CheckDescription Description { get; } =
        new()
        {
            Id = "header-once",
            Severity = Severity.Major,
            Title = "a header of one value has one",
            Documentation =
                "Asked of every answer. Content-Type, Location, ETag, Last-Modified, Date, Age, Expires, "
                + "Retry-After, Content-Location and Content-Range hold one value (RFC 9110, 5.3): where two lines "
                + "of an "
                + "answer say different things, each recipient takes the one that it likes. The same value twice "
                + "is let "
                + "pass.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        List<Finding>? findings = null;
        var headers = evidence.Answer.Headers;
        for (var i = 1; i < headers.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Conflict(headers[j], headers[i]))
                {
                    (findings ??= []).Add(
                        evidence.Finding(
                            this,
                            Places.AnswerHeader(headers[i].Key.ToLowerInvariant()),
                            $"\"{headers[j].Value}\" and \"{headers[i].Value}\"",
                            "one value",
                            "RFC 9110, 5.3"
                        )
                    );
                }
            }
        }

        return findings is null ? CheckResult.Holds : CheckResult.Of(findings);
    }

    private static bool Conflict(KeyValuePair<string, string> one, KeyValuePair<string, string> other) =>
        one.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase)
        && one.Value != other.Value
        && Names.Contains(one.Key, StringComparer.OrdinalIgnoreCase);
}
