using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Thymia.Conformance.Files;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// The reports of a verification: <c>verification.json</c> with every interaction, and <c>junit-pacts.xml</c>, where
/// each is a test.
/// </summary>
internal static class VerificationFiles
{
    private static readonly string[] Names = ["verification.json", "junit-pacts.xml"];
    private static readonly JsonWriterOptions Indented = new() { Indented = true };
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
    };

    /// <summary>Takes away those of an earlier verification, which would pass for this one's where it fails.</summary>
    /// <exception cref="UnusableInputException">They are there and cannot be removed.</exception>
    public static void Remove(string folder)
    {
        foreach (var file in Names.Select(n => Path.Combine(folder, n)))
        {
            try
            {
                File.Delete(file);
            }
            catch (DirectoryNotFoundException)
            {
                // Nor is there a file.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UnusableInputException(
                    "report-not-removable",
                    "the report of an earlier verification cannot be removed",
                    file,
                    "check its permissions, or choose another place with --out",
                    e
                );
            }
        }
    }

    /// <exception cref="UnusableInputException">They cannot be written.</exception>
    public static IReadOnlyList<(string Label, string File)> Write(
        string folder,
        VerifyResult result,
        TimeProvider time
    )
    {
        var json = Path.Combine(folder, Names[0]);
        OutputFile.Write(json, stream => WriteJson(stream, result));
        var junit = Path.Combine(folder, Names[1]);
        OutputFile.Write(junit, stream => WriteJUnit(stream, result, time.GetUtcNow()));
        return [("Results", json), ("JUnit", junit)];
    }

    private static void WriteJson(Stream output, VerifyResult result)
    {
        using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName($"{result.Outcome}"));
        json.WriteStartArray("statesNotSetUp");
        foreach (var state in result.StatesNotSetUp)
        {
            json.WriteStringValue(state);
        }

        json.WriteEndArray();
        json.WriteStartArray("interactions");
        foreach (var interaction in result.Interactions)
        {
            json.WriteStartObject();
            json.WriteString("pact", interaction.File);
            json.WriteString("consumer", interaction.Consumer);
            json.WriteString("provider", interaction.Provider);
            json.WriteString("description", interaction.Description);
            json.WriteString("result", ResultOf(interaction));
            json.WriteBoolean("pending", interaction.Pending);
            json.WriteStartArray("findings");
            foreach (var mismatch in interaction.Mismatches)
            {
                json.WriteStartObject();
                json.WriteString("location", mismatch.Place);
                json.WriteString("problem", mismatch.Problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (interaction.Remarks.Count > 0)
            {
                json.WriteStartArray("remarks");
                foreach (var remark in interaction.Remarks)
                {
                    json.WriteStringValue(remark);
                }

                json.WriteEndArray();
            }

            if ((interaction.Error ?? interaction.Skipped) is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string ResultOf(VerifiedInteraction interaction) =>
        interaction switch
        {
            { Skipped: not null } => "skipped",
            { Error: not null } => "noAnswer",
            { Mismatches.Count: > 0 } => "broken",
            _ => "passed",
        };

    private static void WriteJUnit(Stream output, VerifyResult result, DateTimeOffset at)
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "thymia-conformance verify");
        Count(xml, "tests", result.Interactions.Count);
        Count(xml, "failures", result.Interactions.Count(i => i is { Pending: false, Mismatches.Count: > 0 }));
        Count(xml, "errors", result.Interactions.Count(i => i is { Pending: false, Error: not null }));
        Count(
            xml,
            "skipped",
            result.Interactions.Count(i => i.Skipped is not null || i is { Pending: true, Passed: false })
        );
        xml.WriteAttributeString("timestamp", at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        foreach (var interaction in result.Interactions)
        {
            WriteTest(xml, interaction);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTest(XmlWriter xml, VerifiedInteraction interaction)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", SafeText.Of($"{interaction.Consumer} and {interaction.Provider}"));
        xml.WriteAttributeString("name", SafeText.Of(interaction.Description));
        if (!interaction.Passed)
        {
            xml.WriteStartElement(
                interaction switch
                {
                    { Pending: true } or { Skipped: not null } => "skipped",
                    { Error: not null } => "error",
                    _ => "failure",
                }
            );
            xml.WriteAttributeString("message", SafeText.Of(interaction.Sentence));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
