using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Curl;

namespace Thymia.Conformance.Reports.Cases;

/// <summary>
/// The requests as an HTTP Archive (HAR 1.2), none of them answered: the status of each response is 0. A body that is
/// no text stands in <c>_bodyBase64</c>, what the case is in <c>_case</c>; HAR reserves the underscore for such
/// members.
/// </summary>
public sealed class CaseArchive : CaseWriter
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter _json;
    private readonly string _baseUrl;

    /// <param name="version">The version of this tool.</param>
    public CaseArchive(Stream output, Uri baseUrl, string version)
    {
        _baseUrl = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _json = new Utf8JsonWriter(output, Indented);
        _json.WriteStartObject();
        _json.WriteStartObject("log");
        _json.WriteString("version", "1.2");
        _json.WriteStartObject("creator");
        _json.WriteString("name", "thymia-conformance");
        _json.WriteString("version", version);
        _json.WriteEndObject();
        _json.WriteStartArray("entries");
    }

    public override bool TryWrite(TestCase testCase)
    {
        _json.WriteStartObject();

        // Nothing was sent: a time of ours would make two archives of one seed differ.
        _json.WriteString("startedDateTime", "1970-01-01T00:00:00.000Z");
        _json.WriteNumber("time", 0);
        WriteRequest(testCase.Request);
        WriteNoResponse();
        _json.WriteStartObject("cache");
        _json.WriteEndObject();
        _json.WriteStartObject("timings");
        _json.WriteNumber("send", 0);
        _json.WriteNumber("wait", 0);
        _json.WriteNumber("receive", 0);
        _json.WriteEndObject();
        _json.WriteString("comment", Told(testCase));
        _json.WriteStartObject("_case");
        _json.WriteString("id", testCase.Id);
        _json.WriteBoolean("valid", testCase.IsValid);
        ExpectationJson.Write(_json, testCase.Expectation);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void WriteRequest(CaseRequest request)
    {
        _json.WriteStartObject("request");
        _json.WriteString("method", request.Method);
        _json.WriteString("url", $"{_baseUrl}/{request.Target.TrimStart('/')}");
        _json.WriteString("httpVersion", "HTTP/1.1");
        WriteNone("cookies");
        WritePairs("headers", RequestHeaders.Of(request));
        WritePairs("queryString", Query(request.Target));
        if (request.Body is { } body)
        {
            var text = PosixText.Readable(body.Span);
            _json.WriteStartObject("postData");
            _json.WriteString("mimeType", request.ContentType ?? "");
            WriteNone("params");
            _json.WriteString("text", text ?? "");
            if (text is null)
            {
                _json.WriteBase64String("_bodyBase64", body.Span);
            }

            _json.WriteEndObject();
        }

        WriteSizes(request.Body?.Length ?? 0);
        _json.WriteEndObject();
    }

    private void WriteNoResponse()
    {
        _json.WriteStartObject("response");
        _json.WriteNumber("status", 0);
        _json.WriteString("statusText", "");
        _json.WriteString("httpVersion", "");
        WriteNone("cookies");
        WriteNone("headers");
        _json.WriteStartObject("content");
        _json.WriteNumber("size", 0);
        _json.WriteString("mimeType", "");
        _json.WriteEndObject();
        _json.WriteString("redirectURL", "");
        WriteSizes(0);
        _json.WriteEndObject();
    }

    private void WriteSizes(int body)
    {
        _json.WriteNumber("headersSize", -1);
        _json.WriteNumber("bodySize", body);
    }

    private void WriteNone(string name) => WritePairs(name, []);

    private void WritePairs(string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        _json.WriteStartArray(name);
        foreach (var (key, value) in pairs)
        {
            _json.WriteStartObject();
            _json.WriteString("name", key);
            _json.WriteString("value", value);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> Query(string target) =>
        target.Split('?', 2) is [_, var query]
            ? query.Split('&').Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(
                Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""))
            : [];
}
