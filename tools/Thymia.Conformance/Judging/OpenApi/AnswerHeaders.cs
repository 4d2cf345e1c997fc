using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.OpenApi;

/// <summary>Holds an answer's headers to what is documented of them: presence, style and schema.</summary>
internal static class AnswerHeaders
{
    // Its values hold commas and are no list (RFC 9110, 5.3).
    private const string SetCookie = "Set-Cookie";

    /// <summary>What is wrong with them; none where nothing is.</summary>
    public static IReadOnlyList<Finding> Findings(ICheck check, Evidence evidence)
    {
        if (evidence.Documented is not { Headers: { Count: > 0 } headers } documented)
        {
            return [];
        }

        var findings = new List<Finding>();
        foreach (var header in headers)
        {
            var values = ValuesOf(evidence, header.Name);
            if (values.Count > 0)
            {
                findings.AddRange(values.SelectMany(v => Findings(check, evidence, header, v)));
            }
            else if (header.Required)
            {
                findings.Add(
                    evidence.Finding(
                        check,
                        Places.AnswerHeader(header.Name),
                        "none",
                        "a value, since it is required",
                        $"responses/{documented.Status}"
                    )
                );
            }
        }

        return findings;
    }

    private static IEnumerable<Finding> Findings(ICheck check, Evidence evidence, Parameter header, string value)
    {
        if (header.SchemaPointer is not { } pointer)
        {
            return [];
        }

        var schema = evidence.SchemaAt(pointer);
        var shape = new ShapeOfText(schema.Root);
        return StyleReader.InHeader(value, header, shape) is not { } read
            ?
            [
                evidence.Finding(
                    check,
                    Places.AnswerHeader(header.Name),
                    $"\"{value}\"",
                    "a value in the style simple",
                    "OpenAPI, Header Object"
                ),
            ]
            : ParameterShape
                .Check(schema, header, read, shape)
                .Select(v =>
                    evidence.Finding(
                        check,
                        Places.AnswerHeader(header.Name) + (v.Pointer.Length > 0 ? $" at {v.Pointer}" : ""),
                        v.Found,
                        v.Expected,
                        v.Source
                    )
                );
    }

    private static List<string> ValuesOf(Evidence evidence, string name)
    {
        var values = evidence
            .Answer.Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .ToList();
        return values.Count < 2 || name.Equals(SetCookie, StringComparison.OrdinalIgnoreCase)
            ? values
            : [string.Join(", ", values)];
    }
}
