using System.Net.Http.Headers;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class ContentTypeDocumented : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "content-type",
            Severity = Severity.Major,
            Title = "the answer has the documented content type",
            Documentation =
                "Asked of answers whose status is documented with content. The media type must be one of the "
                + "documented ones, in any case and with any parameters; a charset, where there is one, must be UTF-8, "
                + "as RFC 8259 demands of JSON. Whether the body is what it says it is, response-schema asks.",
            SilencedBy = Outcomes.All,
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Documented is not { Contents.Count: > 0 } documented)
        {
            return CheckResult.DoesNotApply("the contract documents no content for this status");
        }

        var type = evidence.ContentType;
        if (!evidence.HasContent)
        {
            return CheckResult.DoesNotApply("such an answer has no content");
        }

        if (type is null || !ContentTypes.IsDocumented(documented, type))
        {
            return CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.AnswerHeader("content-type"),
                    type is null ? "none" : $"\"{type}\"",
                    string.Join(" or ", documented.Contents.Keys),
                    $"responses/{documented.Status}"
                )
            );
        }

        return type.Contains("charset", StringComparison.OrdinalIgnoreCase) && MediaTypes.IsJson(type) && !IsUtf8(type)
            ? CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.AnswerHeader("content-type"),
                    $"\"{type}\"",
                    "JSON in UTF-8",
                    "RFC 8259, 8.1"
                )
            )
            : CheckResult.Holds;
    }

    private static bool IsUtf8(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && (parsed.CharSet is null || parsed.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
