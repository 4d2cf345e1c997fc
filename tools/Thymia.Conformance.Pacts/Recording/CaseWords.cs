using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Says in words what a consumer sends, so that a contract can be read without its payloads.</summary>
internal static class CaseWords
{
    /// <summary>A noun phrase such as <c>a call whose agent is not an object</c>.</summary>
    public static string Describe(TestCase testCase) => $"{Noun(testCase.Operation)} {Clause(testCase)}";

    /// <summary>What the operation is about, with its article: <c>a call</c> for <c>POST /v1/calls</c>.</summary>
    public static string Noun(Operation operation)
    {
        var last = operation
            .Path.Split('/')
            .LastOrDefault(s => s.Length > 0 && !s.Contains('{', StringComparison.Ordinal))
            ?? "request";
        var single =
            last.EndsWith("ies", StringComparison.Ordinal) ? last[..^3] + "y"
            : last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal) ? last[..^1]
            : last;
        return operation.Method == "POST" ? Article.Before(single) : $"{Article.Before(single)} ({operation.Name})";
    }

    private static string Clause(TestCase testCase)
    {
        var place = testCase.Location.Display.Replace(".*", "[]", StringComparison.Ordinal);
        return testCase.Request.Key == KeyUse.Wrong ? "with a key that nobody issued"
            : testCase.Mutation is { } mutation ? Broken(mutation, place)
            : (testCase.Keyword, Shape.Plain(testCase.Kind)) switch
            {
                ("example", _) => "as documented",
                ("optional", "none") => "with its required properties alone",
                ("optional", "all") => "with every optional property",
                ("optional", "alone") => $"with {place} as its only optional property",
                ("optional", "left-out") => $"with every optional property but {place}",
                ("optional", _) => $"with {place}",
                ("enum", var kind) => $"whose {place} is {kind["member-".Length..]}",
                (_, var kind) =>
                    $"whose {place} is {kind.Replace("branch-", "alternative ", StringComparison.Ordinal)}",
            };
    }

    private static string Broken(Mutation mutation, string place) =>
        mutation.Constraint.Keyword switch
        {
            "required" or "requestBody" => $"without {place}",
            "enum" => $"whose {place} is not a member of its enum",
            "const" => $"whose {place} is not its constant",
            "type" => $"whose {place} is not {Types(mutation.Constraint.Value)}",
            "format" => $"whose {place} is not {Article.Before(Text(mutation.Constraint.Value))}",
            "json" => $"whose {place} is not JSON",
            "minLength" => $"whose {place} is too short",
            "maxLength" => $"whose {place} is too long",
            "minimum" or "exclusiveMinimum" => $"whose {place} is too small",
            "maximum" or "exclusiveMaximum" => $"whose {place} is too large",
            "pattern" => $"whose {place} does not match its pattern",
            "additionalProperties" => $"whose {place} has an unknown property",
            "minItems" => $"whose {place} has too few items",
            "maxItems" => $"whose {place} has too many items",
            "uniqueItems" => $"whose {place} repeats an item",
            "oneOf" or "anyOf" => $"whose {place} is none of its alternatives",
            var keyword => $"whose {place} breaks its {keyword}",
        };

    private static string Types(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", root.EnumerateArray().Select(t => Article.Before(t.GetString()!)))
            : Article.Before(root.GetString()!);
    }

    private static string Text(string json) => json.Trim('"');
}
