using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Holds one value to rules of Pact.</summary>
internal static class ValueRules
{
    /// <summary>Rules that are known here; an interaction with another one fits no request.</summary>
    public static IReadOnlySet<string> Known { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "equality",
            "regex",
            "type",
            "number",
            "integer",
            "decimal",
            "boolean",
            "null",
            "include",
            "date",
            "time",
            "timestamp",
            "datetime",
            "notEmpty",
            "semver",
            "values",
            "eachKey",
            "eachValue",
            "arrayContains",
        };

    /// <summary>What a value should have been, as a noun phrase; null where it is that.</summary>
    public static string? Problem(RuleSet rules, JsonElement expected, JsonElement actual)
    {
        var problems = rules.Rules.Select(r => Problem(r, expected, actual)).ToList();
        return rules.IsAny && problems.Contains(null) ? null : problems.Find(p => p is not null);
    }

    private static string? Problem(JsonElement rule, JsonElement expected, JsonElement actual)
    {
        var kind = RuleSet.KindOf(rule);
        var holds = kind switch
        {
            "equality" => JsonElement.DeepEquals(expected, actual),
            "regex" => TextRules.Fits(PactJson.Text(rule, "regex") ?? "", TextOf(actual)),
            "number" => actual.ValueKind == JsonValueKind.Number,
            "integer" => actual.ValueKind == JsonValueKind.Number && !IsFraction(actual),
            "decimal" => actual.ValueKind == JsonValueKind.Number && IsFraction(actual),
            "boolean" => actual.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => actual.ValueKind == JsonValueKind.Null,
            "include" => TextOf(actual).Contains(PactJson.Text(rule, "value") ?? "", StringComparison.Ordinal),
            "date" or "time" or "timestamp" or "datetime" => DatePatterns.Fits(PatternOf(rule, kind), TextOf(actual)),
            "notEmpty" => IsOfKind(expected, actual) && !IsEmpty(actual),
            "semver" => TextRules.IsSemanticVersion(TextOf(actual)),
            "type" => IsOfKind(expected, actual),
            "values" or "eachKey" or "eachValue" or "arrayContains" => IsOfKind(expected, actual),
            _ => false,
        };
        return holds ? null : Words(kind, rule, expected);
    }

    private static string Words(string kind, JsonElement rule, JsonElement expected) =>
        kind switch
        {
            "equality" => JsonWords.Of(expected),
            "regex" => $"text that matches {Shortened.To(PactJson.Text(rule, "regex") ?? "")}",
            "integer" or "decimal" or "number" or "boolean" or "null" => kind == "null" ? "null" : Article.Before(kind),
            "include" => $"text with \"{PactJson.Text(rule, "value")}\" in it",
            "date" or "time" or "timestamp" or "datetime" => $"text of the form {PatternOf(rule, kind)}",
            "notEmpty" => $"{JsonWords.KindOf(expected)} that is not empty",
            "semver" => "a semantic version",
            _ when Known.Contains(kind) => JsonWords.KindOf(expected),
            _ => $"what the matcher '{kind}' wants, which is not known here",
        };

    private static string PatternOf(JsonElement rule, string kind) =>
        PactJson.Text(rule, "format") ?? PactJson.Text(rule, kind) ?? DatePatterns.Default(kind);

    private static bool IsOfKind(JsonElement expected, JsonElement actual) =>
        JsonWords.KindOf(expected) == JsonWords.KindOf(actual);

    private static bool IsFraction(JsonElement number) => number.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length == 0,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => value.GetPropertyCount() == 0,
            JsonValueKind.Null => true,
            _ => false,
        };

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
