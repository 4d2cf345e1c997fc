namespace Thymia.Conformance.Reports.Exports;

/// <summary>The formats that a stream can take.</summary>
public static class CaseFormats
{
    private static readonly Dictionary<string, Func<Stream, Uri, string, CaseWriter>> Writers = new(
        StringComparer.Ordinal
    )
    {
        ["jsonl"] = (output, _, _) => new CaseLines(output),
        ["har"] = (output, baseUrl, version) => new CaseArchive(output, baseUrl, version),
        ["http"] = (output, baseUrl, _) => new HttpFile(output, baseUrl),
        ["curl"] = (output, baseUrl, _) => new CurlScript(output, baseUrl),
    };

    public static IEnumerable<string> Names => Writers.Keys;

    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="baseUrl">Where the requests shall go.</param>
    /// <param name="version">The version of this tool.</param>
    public static CaseWriter Create(string format, Stream output, Uri baseUrl, string version) =>
        Writers[format](output, baseUrl, version);
}
