using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>A POSIX shell script that sends every case with curl; the key is read from <c>$THYMIA_APIKEY</c>.</summary>
public sealed class CurlScript : CaseWriter
{
    private readonly StreamWriter _text;
    private readonly Uri _baseUrl;

    public CurlScript(Stream output, Uri baseUrl)
    {
        _baseUrl = baseUrl;
        _text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        _text.WriteLine("#!/bin/sh");
        _text.WriteLine(": \"${THYMIA_APIKEY:?set it to the key of the provider}\"");
    }

    public override bool TryWrite(TestCase testCase)
    {
        _text.WriteLine();
        _text.WriteLine($"# {Told(testCase)}");
        _text.WriteLine(CurlLine.Of(testCase.Request, _baseUrl));
        return true;
    }

    protected override void Dispose(bool disposing) => _text.Dispose();
}
