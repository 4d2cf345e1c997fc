using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>The rules at one place.</summary>
/// <param name="Rules">As a pact has them, at least one.</param>
/// <param name="IsAny">One that holds is enough; all must otherwise.</param>
internal sealed record RuleSet(IReadOnlyList<JsonElement> Rules, bool IsAny)
{
    /// <summary>The expression that every name matches.</summary>
    public const string AnyName = ".*";

    // What they say of members or items they do not say of what stands in these.
    private static readonly HashSet<string> OfOnePlace = new(StringComparer.Ordinal)
    {
        "equality",
        "values",
        "eachValue",
        "arrayContains",
    };

    /// <summary>True where they are of the place itself and not of one above it.</summary>
    public bool IsDirect { get; init; } = true;

    /// <summary>Whether they hold below their place where no other rule does.</summary>
    public bool Cascades => Rules.All(r => !OfOnePlace.Contains(KindOf(r)));

    public static RuleSet OfOne(JsonElement rule) => new([rule], false);

    /// <summary>A list of matchers with how they combine; a single rule where V2's layout is used.</summary>
    public static RuleSet Read(JsonElement value) =>
        PactJson.Member(value, "matchers") is { ValueKind: JsonValueKind.Array } list
            ? new([.. list.EnumerateArray()], PactJson.Text(value, "combine") is "OR")
            : OfOne(value);

    /// <summary>True where the place is an object of which any name will do.</summary>
    public bool IsOfAnyName =>
        Find("eachKey") is { } each
        && PactJson.Items(each, "rules") is [var rule]
        && PactJson.Text(rule, "regex") == AnyName;

    public bool Has(string kind) => Find(kind) is not null;

    public JsonElement? Find(string kind) =>
        Rules.Where(r => KindOf(r) == kind).Select(r => (JsonElement?)r).FirstOrDefault();

    /// <summary>The rule's name; <c>type</c> where it has a limit alone, as V2 has it.</summary>
    public static string KindOf(JsonElement rule) =>
        PactJson.Text(rule, "match") ?? (PactJson.Member(rule, "regex") is not null ? "regex" : "type");
}
