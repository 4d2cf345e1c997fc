using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>What makes an interaction distinct: many payloads share one shape.</summary>
/// <param name="Key">The same for cases of the same shape; becomes the interaction's key.</param>
/// <param name="Rank">Of several cases of one shape the one with the least rank is recorded, then the least id.</param>
internal sealed record Shape(string Key, int Rank)
{
    private static readonly string[] ValidKeywords = ["example", "optional", "enum", "oneOf", "anyOf"];

    // The breaks that every server must refuse, however lenient: none of them can be coerced into something valid.
    private static readonly Dictionary<string, string[]> ClearBreaks = new(StringComparer.Ordinal)
    {
        ["required"] = ["absent"],
        ["enum"] = ["outsider"],
        ["const"] = ["outsider"],
        ["format"] =
        [
            "not-a-date",
            "not-a-date-time",
            "not-a-time",
            "not-a-duration",
            "not-a-uuid",
            "not-a-uri",
            "no-at",
            "octet-256",
            "two-gaps",
            "empty-label",
            "blank-inside",
        ],
        ["json"] = ["plain-word", "cut-in-the-middle"],
        ["oneOf"] = ["none-empty-object", "none-number"],
        ["anyOf"] = ["none-empty-object", "none-number"],
        ["minLength"] = ["one-too-short"],
        ["maxLength"] = ["one-too-long"],
        ["minimum"] = ["one-step-below"],
        ["maximum"] = ["one-step-above"],
        ["exclusiveMinimum"] = ["on-excluded-minimum", "below-excluded-minimum"],
        ["exclusiveMaximum"] = ["on-excluded-maximum", "above-excluded-maximum"],
        ["multipleOf"] = ["off-the-step"],
        ["minItems"] = ["one-too-few"],
        ["maxItems"] = ["one-too-many"],
        ["uniqueItems"] = ["adjacent-duplicate"],
        ["minProperties"] = ["one-too-few"],
        ["maxProperties"] = ["one-too-many"],
        ["additionalProperties"] = ["unexpected-property"],
        ["requestBody"] = ["absent"],
        ["not"] = ["excluded"],
        ["pattern"] = ["one-character-replaced", "one-character-appended", "one-character-dropped", "empty"],
    };

    /// <summary>
    /// The shape of a case; null where it has none worth a contract: random values, near misses, transport.
    /// </summary>
    public static Shape? Of(TestCase testCase)
    {
        if (testCase.Request.Key == KeyUse.Wrong)
        {
            return new Shape(testCase.Id, 0);
        }

        if (testCase.Mutation is not { } mutation)
        {
            return
                testCase.Tier != Tier.SchemaOnly && Array.IndexOf(ValidKeywords, testCase.Keyword) is >= 0 and var order
                ? new Shape(testCase.Id, order)
                : null;
        }

        if (mutation.Further is not null)
        {
            return null;
        }

        var kinds =
            mutation.Constraint.Keyword == "type"
                ? ClearTypes(mutation.Constraint.Value)
                : ClearBreaks.GetValueOrDefault(mutation.Constraint.Keyword, []);
        var rank = Array.IndexOf(kinds, Plain(mutation.Kind));

        // Random cases break the same constraints in the same ways; their ids tell them apart.
        var suffix = $":{mutation.Constraint.Keyword}:{mutation.Kind}";
        return rank < 0 || !testCase.Id.EndsWith(suffix, StringComparison.Ordinal)
            ? null
            : new Shape($"{testCase.Id[..testCase.Id.LastIndexOf(':')]}{Branch(mutation.Kind)}", rank);
    }

    // A text is not a list, an object not a word: what no reader takes one for the other.
    private static string[] ClearTypes(string types) =>
        types.Contains("\"string\"", StringComparison.Ordinal) ? ["empty-object", "empty-array"]
        : types.Contains("\"boolean\"", StringComparison.Ordinal) ? ["text-maybe"]
        : types.Contains("\"integer\"", StringComparison.Ordinal)
        || types.Contains("\"number\"", StringComparison.Ordinal)
            ? ["text"]
        : ["number"];

    /// <summary>The kind without the alternative of a schema that it lies in.</summary>
    public static string Plain(string kind) => kind[..^Branch(kind).Length];

    private static string Branch(string kind) =>
        kind.IndexOf("-in-branch-", StringComparison.Ordinal) is >= 0 and var start ? kind[start..] : "";
}
