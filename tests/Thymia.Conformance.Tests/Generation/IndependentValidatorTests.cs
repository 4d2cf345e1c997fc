using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Exports;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Pacts;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>Ajv, a JSON Schema validator of others, is asked about every body: does it see the flag as we do?</summary>
public sealed class IndependentValidatorTests : IDisposable
{
    // Where its formats are laxer than their RFCs: RFC 3339 demands the T and a colon in the offset, a port has digits
    // alone (RFC 3986), and a UUID inside a URN is a URN.
    private static readonly string[] LaxerThere =
    [
        "date-time blank-for-t",
        "date-time offset-without-colon",
        "date-time offset-hours-only",
        "uri bad-port",
        "uuid urn",
    ];

    // What is wrong with these requests is not their body.
    private static readonly string[] AroundTheBody = ["requestBody", "contentType"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Descriptions => Sweep.Rows(1, [.. Fixtures.All]);

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task Agrees_with_the_flag_of_every_case(string file)
    {
        var description = DescriptionReader.Read(Fixtures.PathOf(file));
        var cases = Fixtures.Cases(file, 7, Sweep.Of(100, 400)).Where(IsAboutBody).ToList();

        var answer = await NpmTool.NodeAsync(
            TestContext.Current.CancellationToken,
            Path.Combine(Repository.Root, "tests", "npm", "agree.mjs"),
            _folder.Write("description.json", description.Document.GetRawText()),
            _folder.Write("cases.jsonl", string.Concat(cases.Select(Line)))
        );

        var lines = answer.Output.TrimEnd().Split('\n');
        Assert.Equal((0, $"{cases.Count} asked"), (answer.ExitCode, lines[^1]));
        Assert.Equal(LaxCases(cases), lines[..^1].Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsAboutBody(TestCase testCase) =>
        testCase.Request.Body is not null
        && testCase.Mutation is not { Location.Part: not "body" }
        && !AroundTheBody.Contains(testCase.Mutation?.Constraint.Keyword);

    private static IEnumerable<string> LaxCases(IEnumerable<TestCase> cases) =>
        cases
            .Where(c =>
                c.Mutation is { Further: null, Constraint.Keyword: "format" } m
                && LaxerThere.Contains($"{JsonDocument.Parse(m.Constraint.Value).RootElement} {m.Kind}")
            )
            .Select(c => $"{c.Id} is valid to Ajv")
            .Order(StringComparer.Ordinal);

    private static string Line(TestCase testCase)
    {
        using var output = new MemoryStream();
        using (var writer = new CaseLines(output))
        {
            writer.TryWrite(testCase);
        }

        var line = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n');
        return $"{line[..^1]},\"pointer\":{JsonSerializer.Serialize(testCase.Operation.Body!.SchemaPointer)}}}\n";
    }
}
