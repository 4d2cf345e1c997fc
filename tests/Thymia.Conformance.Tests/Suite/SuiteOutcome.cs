using System.Text.Json;
using System.Xml.Linq;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>What a run of the suite left: its output, the TRX file, and the suite's own results.</summary>
internal sealed class SuiteOutcome(int exitCode, string output, string home)
{
    private readonly Lazy<XElement> _trx = new(() => XDocument.Load(Path.Combine(home, "tests", "tests.trx")).Root!);

    public int ExitCode => exitCode;

    public string Output => output;

    public JsonElement Results =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(home, "results.json")));

    /// <summary>
    /// Name and message of each test that passed (<c>Passed</c>), failed (<c>Failed</c>)
    /// or was skipped (<c>NotExecuted</c>).
    /// </summary>
    public IReadOnlyDictionary<string, string> Tests(string outcome) =>
        Elements("UnitTestResult")
            .Where(r => (string?)r.Attribute("outcome") == outcome)
            .ToDictionary(
                r => (string)r.Attribute("testName")!,
                r =>
                    string.Concat(
                        r.Descendants().Where(d => d.Name.LocalName is "Message" or "StdOut").Select(d => d.Value)
                    ),
                StringComparer.Ordinal
            );

    /// <summary>The texts attached to a test, by file name.</summary>
    public IReadOnlyDictionary<string, string> Attachments(string test)
    {
        var result = Elements("UnitTestResult").Single(r => (string?)r.Attribute("testName") == test);
        var folder = Path.Combine(
            home,
            "tests",
            (string)Elements("Deployment").Single().Attribute("runDeploymentRoot")!,
            "In",
            (string)result.Attribute("relativeResultsDirectory")!
        );
        return result
            .Descendants()
            .Where(d => d.Name.LocalName == "ResultFile")
            .Select(f => (string)f.Attribute("path")!)
            .ToDictionary(
                f => Path.GetFileName(f.Replace('\\', '/')),
                f => File.ReadAllText(Path.Combine(folder, f.Replace('\\', '/')))
            );
    }

    public IEnumerable<XElement> Elements(string name) => _trx.Value.Descendants().Where(d => d.Name.LocalName == name);
}
