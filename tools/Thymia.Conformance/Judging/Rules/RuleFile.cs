using System.Text.Json;
using System.Text.Json.Serialization;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>A file of rules as written; <c>schemas/rules.schema.json</c> says what each member means.</summary>
internal sealed record RuleFile(RuleFile.Meant? Api, IReadOnlyList<RuleFile.Entry> Rules)
{
    internal sealed record Meant(string Title, IReadOnlyList<string> Operations);

    internal sealed record Entry
    {
        public required string Id { get; init; }

        public required string Kind { get; init; }

        public required string Operation { get; init; }

        public Severity Severity { get; init; } = Severity.Major;

        public required string Title { get; init; }

        public required string Says { get; init; }

        public string? About { get; init; }

        public IReadOnlyList<JsonElement> At { get; init; } = [];

        public Condition? When { get; init; }

        public string? Form { get; init; }

        public JsonElement? Value { get; init; }
    }

    internal sealed record Condition
    {
        public required string Request { get; init; }

        public string? Is { get; init; }

        [JsonPropertyName("equals")]
        public JsonElement? Value { get; init; }
    }
}
