using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>
/// Requests in the <c>.http</c> format that editors send from. It holds text alone, and reads some of it as its own:
/// requests that would arrive otherwise than meant are left out.
/// </summary>
public sealed class HttpFile : CaseWriter
{
    private readonly StreamWriter _text;

    public HttpFile(Stream output, Uri baseUrl)
    {
        _text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        _text.WriteLine($"@baseUrl = {baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}");
        _text.WriteLine("@apiKey = {{$processEnv THYMIA_APIKEY}}");
    }

    public override bool TryWrite(TestCase testCase)
    {
        var request = testCase.Request;
        var body = request.Body is { } bytes ? PosixText.Readable(bytes.Span) : "";
        if (body is null || IsMisread(body) || KeyOf(request) is not { } key || IsLabelledByEditors(request))
        {
            return false;
        }

        _text.WriteLine();
        _text.WriteLine($"### {Told(testCase)}");
        _text.WriteLine($"{request.Method} {{{{baseUrl}}}}/{request.Target.TrimStart('/')}");
        foreach (var (name, value) in request.Headers)
        {
            _text.WriteLine($"{name}: {value}");
        }

        foreach (var name in request.FurtherHeaders)
        {
            Write(name, $"{{{{$processEnv {HeaderVariables.Prefix}{HeaderVariables.Spelt(name)}}}}}");
        }

        Write("content-type", request.ContentType);
        Write(request.KeyHeader, key.Length > 0 ? key : null);
        _text.WriteLine();
        _text.WriteLine(body);
        return true;
    }

    protected override void Dispose(bool disposing) => _text.Dispose();

    private void Write(string? name, string? value)
    {
        if (name is not null && value is not null)
        {
            _text.WriteLine($"{name}: {value}");
        }
    }

    // Variables, the mark between requests, and files to be read in; blanks at the ends are cut off.
    private static bool IsMisread(string body) =>
        body.Contains("{{", StringComparison.Ordinal)
        || body.StartsWith('<')
        || body.Contains("###", StringComparison.Ordinal)
        || body.Trim() != body;

    private static bool IsLabelledByEditors(CaseRequest request) =>
        request.ContentType is null && request.Body is { Length: > 0 };

    /// <summary>What goes into the key's header, empty for none; null where the format has no way to say it.</summary>
    private static string? KeyOf(CaseRequest request) =>
        request.Key switch
        {
            _ when request.KeyHeader is null => "",
            KeyUse.Absent => "",
            KeyUse.Configured => "{{apiKey}}",
            KeyUse.Extended => "{{apiKey}}-x",
            _ => Replay.MadeUpKey.FixedText(request.Key),
        };
}
