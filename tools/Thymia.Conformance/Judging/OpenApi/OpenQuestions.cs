namespace Thymia.Conformance.Judging.OpenApi;

/// <summary>
/// What the standards leave to the provider, so that it is worth a remark and no finding under any policy.
/// </summary>
internal static class OpenQuestions
{
    private const int NotFound = 404;
    private const int NotImplemented = 501;

    /// <summary>The clause that leaves the answer open; null where none does.</summary>
    public static string? Find(Evidence evidence) =>
        (evidence.Case.Keyword, evidence.Case.Kind) switch
        {
            ("contentType", "none") when evidence.IsSuccess =>
                "RFC 9110, 8.3: without a Content-Type a recipient may look at the content",
            ("json", "byte-order-mark") when evidence.IsSuccess =>
                "RFC 8259, 8.1: a parser may ignore a byte order mark",
            ("method", _) when evidence.Status == NotFound => "RFC 9110, 9.1: that 405 is answered is a recommendation",
            ("method", _) when evidence.Status == NotImplemented =>
                "RFC 9110, 15.6.2: 501 is for a method that a server knows nowhere",
            _ => null,
        };
}
