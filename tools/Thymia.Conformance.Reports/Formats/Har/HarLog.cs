using System.Text.Json;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Har;

/// <summary>Writes an HTTP Archive 1.2, entry by entry, so that none is held.</summary>
internal sealed class HarLog : IDisposable
{
    private const int FlushAfter = 64 * 1024;
    private readonly Utf8JsonWriter _json;
    private readonly string _baseUrl;
    private bool _finished;

    /// <param name="indented">Whether people will read it as text.</param>
    public HarLog(Stream output, Uri baseUrl, string toolVersion, bool indented)
    {
        _baseUrl = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _json = new Utf8JsonWriter(output, IndentedJson.Writer with { Indented = indented });
        _json.WriteStartObject();
        _json.WriteStartObject("log");
        _json.WriteString("version", "1.2");
        _json.WriteStartObject("creator");
        _json.WriteString("name", ProgramText.Name);
        _json.WriteString("version", toolVersion);
        _json.WriteEndObject();
        _json.WriteStartArray("entries");
    }

    /// <param name="further">Members of ours, whose names begin with an underscore, as HAR reserves it.</param>
    public void Write(HarEntry entry, Action<Utf8JsonWriter>? further = null)
    {
        var milliseconds = Math.Round(entry.Duration.TotalMilliseconds, 3);
        _json.WriteStartObject();
        _json.WriteString("startedDateTime", entry.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        _json.WriteNumber("time", milliseconds);
        Write(entry.Request);
        Write(entry.Answer);
        _json.WriteStartObject("cache");
        _json.WriteEndObject();
        _json.WriteStartObject("timings");
        _json.WriteNumber("send", 0);
        _json.WriteNumber("wait", milliseconds);
        _json.WriteNumber("receive", 0);
        _json.WriteEndObject();
        _json.WriteString("comment", entry.Comment);
        further?.Invoke(_json);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAfter)
        {
            _json.Flush();
        }
    }

    /// <summary>Ends the archive.</summary>
    /// <param name="comment">What one should know of the whole; null for nothing.</param>
    public void Finish(string? comment = null)
    {
        _json.WriteEndArray();
        if (comment is not null)
        {
            _json.WriteString("comment", comment);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
        _finished = true;
    }

    /// <summary>What was not finished is given up.</summary>
    public void Dispose()
    {
        if (!_finished)
        {
            _json.Reset();
            _json.Dispose();
        }
    }

    private void Write(HarRequest request)
    {
        _json.WriteStartObject("request");
        _json.WriteString("method", request.Method);
        _json.WriteString("url", $"{_baseUrl}/{request.Target.TrimStart('/')}");
        _json.WriteString("httpVersion", "HTTP/1.1");
        WritePairs("cookies", []);
        WritePairs("headers", request.Headers);
        WritePairs("queryString", QueryText.Pairs(request.Target));
        if (request.Body is { } body)
        {
            _json.WriteStartObject("postData");
            _json.WriteString("mimeType", body.Type);
            WritePairs("params", []);
            WriteText(body);
            _json.WriteEndObject();
        }

        WriteSizes(request.Body?.Size ?? 0);
        _json.WriteEndObject();
    }

    // An archive has no word for no answer: its status is 0 then.
    private void Write(HarAnswer? answer)
    {
        _json.WriteStartObject("response");
        _json.WriteNumber("status", answer?.Status ?? 0);
        _json.WriteString("statusText", "");
        _json.WriteString("httpVersion", answer is null ? "" : "HTTP/1.1");
        WritePairs("cookies", []);
        WritePairs("headers", answer?.Headers ?? []);
        _json.WriteStartObject("content");
        _json.WriteNumber("size", answer?.Body.Size ?? 0);
        _json.WriteString("mimeType", answer?.Body.Type ?? "");
        if (answer is not null)
        {
            WriteText(answer.Body);
        }

        _json.WriteEndObject();
        _json.WriteString("redirectURL", answer?.Redirect ?? "");
        WriteSizes(answer is null ? 0 : -1);
        _json.WriteEndObject();
    }

    private void WriteText(HarBody body)
    {
        _json.WriteString("text", body.Text);
        if (body.Bytes is { } bytes)
        {
            _json.WriteBase64String("_bodyBase64", bytes.Span);
        }

        if (body.Comment is { } comment)
        {
            _json.WriteString("comment", comment);
        }
    }

    private void WriteSizes(int body)
    {
        _json.WriteNumber("headersSize", -1);
        _json.WriteNumber("bodySize", body);
    }

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
}
