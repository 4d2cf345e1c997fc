using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Cases;
using Thymia.Conformance.Reports.Masks;

namespace Thymia.Conformance.Reports.Har;

/// <summary>
/// <c>exchanges.har</c>: every request and answer in HTTP Archive 1.2, masked, written while the run goes on so that none
/// is held. It is put in place when it is whole.
/// </summary>
internal sealed class HarFile : IDisposable
{
    private const int FlushAfter = 64 * 1024;

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _file;
    private readonly Uri _baseUrl;
    private readonly Masking _masking;
    private readonly FileStream _stream;
    private readonly Utf8JsonWriter _json;
    private bool _finished;

    /// <exception cref="UnusableInputException">The file cannot be written.</exception>
    public HarFile(string file, Uri baseUrl, Masking masking, string toolVersion)
    {
        _file = file;
        _baseUrl = baseUrl;
        _masking = masking;
        _stream = ReportFile.OpenBeside(file);
        _json = new Utf8JsonWriter(_stream, Compact);
        _json.WriteStartObject();
        _json.WriteStartObject("log");
        _json.WriteString("version", "1.2");
        _json.WriteStartObject("creator");
        _json.WriteString("name", ProgramText.Name);
        _json.WriteString("version", toolVersion);
        _json.WriteEndObject();
        _json.WriteStartArray("entries");
    }

    public void Hear(RunEvent.CaseJudged judged)
    {
        if (judged.Exchange is { } exchange)
        {
            ReportFile.Guard(_file, () => Write(judged, exchange));
        }
    }

    /// <summary>Ends the file and puts it in place.</summary>
    public void Finish()
    {
        ReportFile.Guard(_file, () =>
        {
            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndObject();
            _json.Dispose();
            _stream.Write("\n"u8);
            _stream.Dispose();
        });
        ReportFile.PutInPlace(_file);
        _finished = true;
    }

    public void Dispose()
    {
        if (!_finished)
        {
            // What a run left unfinished is of no use to anyone.
            _json.Reset();
            _stream.Dispose();
            ReportFile.Remove(_file + ".partial");
        }

        _json.Dispose();
    }

    private void Write(RunEvent.CaseJudged judged, Exchange exchange)
    {
        var milliseconds = Math.Round(exchange.Duration.TotalMilliseconds, 3);
        _json.WriteStartObject();
        _json.WriteString("startedDateTime", exchange.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        _json.WriteNumber("time", milliseconds);
        WriteRequest(judged.Case);
        WriteAnswer(judged.Case, exchange.Answer);
        WriteEmpty("cache");
        _json.WriteStartObject("timings");
        _json.WriteNumber("send", 0);
        _json.WriteNumber("wait", milliseconds);
        _json.WriteNumber("receive", 0);
        _json.WriteEndObject();
        _json.WriteString("comment", Comment(judged));
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAfter)
        {
            _json.Flush();
        }
    }

    private void WriteRequest(TestCase testCase)
    {
        var request = testCase.Request;
        _json.WriteStartObject("request");
        _json.WriteString("method", request.Method);
        _json.WriteString("url", _baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + request.Target.TrimStart('/'));
        _json.WriteString("httpVersion", "HTTP/1.1");
        WriteHeaders(RequestHeaders.Of(request));
        WriteList("cookies");
        _json.WriteStartArray("queryString");
        foreach (var (name, value) in QueryText.Pairs(request.Target))
        {
            WritePair(name, value);
        }

        _json.WriteEndArray();
        if (_masking.Request(testCase) is { } body)
        {
            _json.WriteStartObject("postData");
            _json.WriteString("mimeType", request.ContentType ?? "");
            _json.WriteString("text", body);
            _json.WriteEndObject();
        }

        _json.WriteNumber("headersSize", -1);
        _json.WriteNumber("bodySize", request.Body?.Length ?? 0);
        _json.WriteEndObject();
    }

    // An archive has no word for no answer: its status is 0 then.
    private void WriteAnswer(TestCase testCase, Answer? answer)
    {
        _json.WriteStartObject("response");
        _json.WriteNumber("status", answer?.Status ?? 0);
        _json.WriteString("statusText", "");
        _json.WriteString("httpVersion", "HTTP/1.1");
        WriteHeaders(answer?.Headers ?? []);
        WriteList("cookies");
        _json.WriteStartObject("content");
        _json.WriteNumber("size", answer?.Body.Length ?? 0);
        _json.WriteString("mimeType", _masking.Text(answer?.Header("content-type") ?? ""));
        _json.WriteString("text", answer is null ? "" : _masking.Answer(answer.Body, testCase));
        _json.WriteEndObject();
        _json.WriteString("redirectURL", _masking.Text(answer?.Header("location") ?? ""));
        _json.WriteNumber("headersSize", -1);
        _json.WriteNumber("bodySize", -1);
        _json.WriteEndObject();
    }

    private void WriteHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        _json.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            WritePair(name, MaskedHeaders.Value(name, value, _masking));
        }

        _json.WriteEndArray();
    }

    private void WritePair(string name, string value)
    {
        _json.WriteStartObject();
        _json.WriteString("name", _masking.Text(name));
        _json.WriteString("value", _masking.Text(value));
        _json.WriteEndObject();
    }

    private void WriteList(string name)
    {
        _json.WriteStartArray(name);
        _json.WriteEndArray();
    }

    private void WriteEmpty(string name)
    {
        _json.WriteStartObject(name);
        _json.WriteEndObject();
    }

    private string Comment(RunEvent.CaseJudged judged) => _masking.Text($"{judged.Case.Id}: " + judged.Verdict switch
    {
        Verdict.Failed failed => "failed " + string.Join(", ", failed.Findings.Select(f => f.Check).Distinct()),
        Verdict.Tolerated t => $"tolerated by {t.Rule}",
        Verdict.Known k => $"known deviation {k.Deviation}",
        Verdict.Inconclusive i => $"no verdict: {i.Reason}",
        _ => "passed",
    });
}
