using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>
/// A folder with each body in a file of its own, byte for byte, in <c>valid/</c> or <c>invalid/</c>, and an index:
/// <c>index.jsonl</c> has the lines of <see cref="CaseLines"/> with <c>file</c> in place of the body.
/// </summary>
public sealed class CaseFolder : CaseWriter
{
    public const string IndexName = "index.jsonl";

    private readonly string _folder;
    private readonly FileStream _index;
    private readonly CaseLines _lines;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">A folder that exists.</param>
    public CaseFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "valid"));
        Directory.CreateDirectory(Path.Combine(folder, "invalid"));
        _index = new FileStream(Path.Combine(folder, IndexName), FileMode.Create, FileAccess.Write);
        _lines = new CaseLines(_index);
    }

    public override bool TryWrite(TestCase testCase)
    {
        string? file = null;
        if (testCase.Request.Body is { } body)
        {
            file = NameOf(testCase, IsJson(body) ? "json" : "bin");
            using var stream = new FileStream(Path.Combine(_folder, file), FileMode.CreateNew, FileAccess.Write);
            stream.Write(body.Span);
        }

        _lines.Write(testCase, file);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _lines.Dispose();
        _index.Dispose();
    }

    // Ids have signs that some file systems refuse, and some do not tell cases of letters apart.
    private string NameOf(TestCase testCase, string extension)
    {
        var name = new StringBuilder(testCase.IsValid ? "valid/" : "invalid/");
        foreach (var c in testCase.Id)
        {
            name.Append(
                c == ':' ? "--"
                : char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? $"{c}"
                : "_"
            );
        }

        var first = name.ToString();
        var unique = first;
        for (var n = 2; !_taken.Add(unique); n++)
        {
            unique = $"{first}-{n}";
        }

        return $"{unique}.{extension}";
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DepthLimits.Tree });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
