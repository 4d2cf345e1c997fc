using System.Globalization;
using System.Text;
using System.Xml;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.JUnit;

/// <summary>
/// <c>junit.xml</c>: a test for each demand of the contract, so that names stay the same from run to run. A broken
/// demand is a failure, one that could not be judged an error.
/// </summary>
public sealed class JUnitFile(RunRecord run, ReplayCommand replay)
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
    };

    public void Write(Stream output)
    {
        var findings = run.Findings.ToLookup(f => (f.Case.Operation.Name, f.Case.Location.Display, f.Case.Keyword));
        IReadOnlyList<ReportedFinding> Of(PlaceRecord p) => [.. findings[(p.Operation, p.Place, p.Keyword)]];
        var places = run.Places;
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "thymia-conformance");
        var leftOut = run.Started!.LeftOut;
        Write(xml, "tests", places.Count + leftOut.Count);
        Write(xml, "failures", places.Count(p => Of(p).Count > 0));
        Write(xml, "errors", places.Count(p => Of(p).Count == 0 && p.Errors.Count > 0));
        Write(
            xml,
            "skipped",
            places.Count(p => Of(p).Count == 0 && p.Errors.Count == 0 && IsSkipped(p)) + leftOut.Count
        );
        xml.WriteAttributeString("timestamp", run.Started!.At.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(run.Finished?.Duration ?? TimeSpan.Zero));
        WriteProperties(xml);
        foreach (var place in places)
        {
            Write(xml, place, Of(place));
        }

        foreach (var (name, fault) in leftOut)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", SafeText.Of(name));
            xml.WriteAttributeString("name", "not tested");
            xml.WriteAttributeString("time", Seconds(TimeSpan.Zero));
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", SafeText.Of(fault.Message));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in RunProperties.Of(run))
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, PlaceRecord place, IReadOnlyList<ReportedFinding> findings)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", SafeText.Of(place.Operation));
        xml.WriteAttributeString("name", SafeText.Of($"{place.Place} · {place.Keyword}"));
        xml.WriteAttributeString("time", Seconds(place.Duration));
        if (findings.Count > 0)
        {
            var groups = FindingGroup.ByPlace(findings).ToList();
            Write(xml, "failure", groups[0].Example.Finding.Sentence, groups.Select(Describe));
        }
        else if (place.Errors.Count > 0)
        {
            Write(xml, "error", place.Errors[0], place.Errors);
        }
        else if (IsSkipped(place))
        {
            xml.WriteStartElement("skipped");
            if (place.Known.Count > 0)
            {
                xml.WriteAttributeString("message", string.Join("; ", place.Known));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private string Describe(FindingGroup group)
    {
        var (finding, testCase) = group.Example;
        return $"{finding.Sentence}\n  {group.Check}, {Amounts.Of(group.Cases, "case")}, "
            + $"such as {finding.CaseId} (seed {run.Started!.Seed})\n"
            + $"  {replay.Curl(testCase, run.Started.BaseUrl)}";
    }

    // JUnit has no word for what is known: of all it has, only a skipped test is neither red nor green.
    private static bool IsSkipped(PlaceRecord place) => place.Skipped == place.Cases || place.Known.Count > 0;

    private static void Write(XmlWriter xml, string kind, string message, IEnumerable<string> lines)
    {
        xml.WriteStartElement(kind);
        xml.WriteAttributeString("message", message);
        xml.WriteString(string.Join('\n', lines));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
