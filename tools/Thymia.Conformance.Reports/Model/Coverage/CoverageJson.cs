using System.Text.Json;

namespace Thymia.Conformance.Reports.Model.Coverage;

/// <summary>Writes the member <c>coverage</c> of <c>results.json</c>.</summary>
internal static class CoverageJson
{
    public static void Write(Utf8JsonWriter json, RunCoverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("constraints", coverage.Constraints.Count);
        json.WriteNumber("covered", coverage.Covered);
        json.WriteNumber("kinds", coverage.Constraints.Sum(c => c.Kinds.Count));
        json.WriteNumber("kindsJudged", coverage.Constraints.Sum(c => c.Kinds.Count(k => k.Judged > 0)));
        json.WriteStartArray("of");
        foreach (var constraint in coverage.Constraints)
        {
            Write(json, constraint);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConstraintCoverage of)
    {
        json.WriteStartObject();
        json.WriteString("operation", of.Operation);
        json.WriteString("place", of.Constraint.Location.Display);
        json.WriteString("keyword", of.Constraint.Keyword);
        json.WriteString("source", of.Constraint.Source);
        json.WriteBoolean("covered", of.IsCovered);
        json.WriteStartArray("kinds");
        foreach (var kind in of.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Kind);
            json.WriteNumber("generated", kind.Generated);
            json.WriteNumber("sent", kind.Sent);
            json.WriteNumber("judged", kind.Judged);
            json.WriteNumber("passed", kind.Passed);
            json.WriteNumber("failed", kind.Failed);
            json.WriteNumber("tolerated", kind.Tolerated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
