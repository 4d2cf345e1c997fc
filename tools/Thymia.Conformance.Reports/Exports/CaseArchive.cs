using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Formats.Har;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>
/// The requests as an HTTP Archive (HAR 1.2), none of them answered: the status of each response is 0. A body that is
/// no text stands in <c>_bodyBase64</c>, what the case is in <c>_case</c>; HAR reserves the underscore for such
/// members.
/// </summary>
/// <param name="version">The version of this tool.</param>
public sealed class CaseArchive(Stream output, Uri baseUrl, string version) : CaseWriter
{
    private readonly HarLog _log = new(output, baseUrl, version, indented: true);

    public override bool TryWrite(TestCase testCase)
    {
        _log.Write(new HarEntry(RequestOf(testCase.Request), null, Told(testCase)), json =>
        {
            json.WriteStartObject("_case");
            json.WriteString("id", testCase.Id);
            json.WriteBoolean("valid", testCase.IsValid);
            ExpectationJson.Write(json, testCase.Expectation);
            json.WriteEndObject();
        });
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _log.Finish();
        _log.Dispose();
    }

    private static HarRequest RequestOf(CaseRequest request) =>
        new(
            request.Method,
            request.Target,
            RequestHeaders.Of(request),
            request.Body is { } body ? Body(body, request.ContentType ?? "", PosixText.Readable(body.Span)) : null
        );

    private static HarBody Body(ReadOnlyMemory<byte> bytes, string type, string? text) =>
        new(type, text ?? "", bytes.Length) { Bytes = text is null ? bytes : null };
}
