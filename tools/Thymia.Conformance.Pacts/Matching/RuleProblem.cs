using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>What of a rule is not known here, so that no value can be held to it.</summary>
internal static class RuleProblem
{
    /// <summary>A noun phrase such as <c>the matcher 'statusCode'</c>; null where all is known.</summary>
    public static string? Of(JsonElement rule)
    {
        var kind = RuleSet.KindOf(rule);
        if (!ValueRules.Known.Contains(kind))
        {
            return $"the matcher '{Shortened.To(SafeText.Of(kind))}'";
        }

        if (kind == "regex" && PactJson.Text(rule, "regex") is { } expression && !TextRules.IsPattern(expression))
        {
            return $"the regular expression {Shortened.To(SafeText.Of(expression))}";
        }

        if (
            kind is "date" or "time" or "timestamp" or "datetime"
            && (PactJson.Text(rule, "format") ?? PactJson.Text(rule, kind)) is { } pattern
            && !DatePatterns.IsKnown(pattern)
        )
        {
            return $"the date pattern {Shortened.To(SafeText.Of(pattern))}";
        }

        return PactJson.Items(rule, "rules").Select(Of).FirstOrDefault(p => p is not null);
    }
}
