using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>
/// Writes cases as JSON lines, for tests in other languages. <c>payload</c> is the value sent. Where the bytes are not
/// what a plain serialisation of that value gives, <c>bodyBase64</c> has them exactly; it stands alone where they are
/// no JSON, or nested so deep that some parsers could not read the line.
/// </summary>
public sealed class CaseLines(Stream output) : CaseWriter
{
    // Many JSON parsers go no deeper by default, and one line they cannot read would cost them the whole file.
    private const int MostLevels = 60;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] NewLine = [(byte)'\n'];

    private readonly ArrayBufferWriter<byte> _payload = new();
    private readonly Utf8JsonWriter _line = new(output, Plain);

    public override bool TryWrite(TestCase testCase)
    {
        Write(testCase, null);
        return true;
    }

    /// <param name="file">Where the body is; null writes it into the line.</param>
    internal void Write(TestCase testCase, string? file)
    {
        _line.WriteStartObject();
        _line.WriteString("id", testCase.Id);
        _line.WriteBoolean("valid", testCase.IsValid);
        _line.WriteString("operation", testCase.Operation.Name);
        if (testCase.IsValid)
        {
            _line.WriteString("tier", JsonNamingPolicy.KebabCaseLower.ConvertName(testCase.Tier.ToString()));
        }

        WriteRequest(testCase);
        if (file is null)
        {
            WriteBody(testCase.Request.Body);
        }
        else
        {
            _line.WriteString("file", file);
        }

        WriteMutation(testCase.Mutation);
        ExpectationJson.Write(_line, testCase.Expectation);
        _line.WriteEndObject();
        _line.Flush();
        output.Write(NewLine);
        _line.Reset();
    }

    protected override void Dispose(bool disposing) => _line.Dispose();

    // What a plain JSON request to the documented place with the configured key has anyway is left out.
    private void WriteRequest(TestCase testCase)
    {
        var request = testCase.Request;
        if (request.Method != testCase.Operation.Method || request.Target != testCase.Operation.Path)
        {
            _line.WriteString("method", request.Method);
            _line.WriteString("target", request.Target);
        }

        if (request.Headers.Count > 0 || request.Key != KeyUse.Configured || IsUnusualType(testCase))
        {
            _line.WriteStartObject("headers");
            foreach (var (name, value) in RequestHeaders.Of(request))
            {
                _line.WriteString(name, value);
            }

            _line.WriteEndObject();
        }
    }

    private static bool IsUnusualType(TestCase testCase) =>
        testCase.Request.ContentType != (testCase.Request.Body is null ? null : testCase.Operation.Body?.ContentType);

    private void WriteBody(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } bytes)
        {
            return;
        }

        var isJson = TryWriteValue(bytes);
        if (isJson)
        {
            _line.WritePropertyName("payload");
            _line.WriteRawValue(_payload.WrittenSpan, skipInputValidation: true);
        }

        if (!isJson || !_payload.WrittenSpan.SequenceEqual(bytes.Span))
        {
            _line.WriteBase64String("bodyBase64", bytes.Span);
        }
    }

    /// <summary>The body's value, plainly serialised; false where it has none.</summary>
    private bool TryWriteValue(ReadOnlyMemory<byte> body)
    {
        _payload.ResetWrittenCount();
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MostLevels });
            using var writer = new Utf8JsonWriter(_payload, Plain);
            document.RootElement.WriteTo(writer);
            writer.Flush();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, too deep, or a lone surrogate, which has no place in a file of UTF-8 text.
            _payload.ResetWrittenCount();
            return false;
        }
    }

    private void WriteMutation(Mutation? mutation)
    {
        if (mutation is null)
        {
            return;
        }

        _line.WriteStartObject("mutation");
        _line.WriteString("location", mutation.Location.ToString());
        _line.WriteString("keyword", mutation.Constraint.Keyword);
        _line.WriteString("kind", mutation.Kind);
        _line.WriteEndObject();
    }
}
