using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What storing and converting does to the values in an agent.</summary>
internal sealed class AgentValueTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new AgentValues("agent-blanks-trimmed", "Texts in an agent come back without the blanks around them.")
        {
            Changes = v => Text(v, t => t.Trim()),
        },
        new AgentValues("agent-controls-dropped", "Control characters in an agent do not come back.")
        {
            Changes = v => Text(v, t => string.Concat(t.Where(c => c is not (>= '\u0001' and < '\t')))),
        },
        new AgentValues("agent-dates-converted", "Instants in an agent come back in universal time.")
        {
            Changes = v =>
                Text(v, t =>
                    t.Length > 20
                    && DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                        ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                        : t
                ),
        },
        new AgentValues("agent-empty-lists-dropped", "Empty lists in an agent do not come back.")
        {
            Drops = v => v is JsonArray { Count: 0 },
        },
        new AgentValues("agent-empty-texts-null", "Empty texts within an agent's objects come back as null.")
        {
            Changes = v => v is JsonValue && Raw(v) == "\"\"" ? null : v,
            From = 2,
            InLists = false,
        },
        new AgentValues("agent-falsy-dropped", "False and zero in an agent do not come back.")
        {
            Drops = v => Raw(v) is "false" or "0",
        },
        new AgentValues("agent-floats-short", "Numbers in an agent come back with the digits of a short float.")
        {
            Changes = v =>
                v?.GetValueKind() == JsonValueKind.Number && Raw(v).Contains('.', StringComparison.Ordinal)
                    ? JsonNode.Parse(
                        ((float)double.Parse(Raw(v), CultureInfo.InvariantCulture)).ToString(
                            CultureInfo.InvariantCulture
                        )
                    )
                    : v,
        },
        new AgentValues("agent-html-escaped", "Markup in an agent's lists comes back escaped for HTML.")
        {
            Changes = v => Text(v, t => WebUtility.HtmlEncode(t)),
            InLists = true,
        },
        new AgentValues("agent-inner-nulls-dropped", "The nulls further in an agent do not come back.")
        {
            Drops = v => v is null,
            From = 2,
            InLists = false,
        },
        new AgentValues("agent-list-nulls-dropped", "The nulls in an agent's lists do not come back.")
        {
            Drops = v => v is null,
            InLists = true,
        },
        new AgentValues("agent-lists-cut", "Lists in an agent come back with a hundred items at most.")
        {
            Changes = v =>
                v is JsonArray { Count: > 100 } list
                    ? new JsonArray([.. list.Take(100).Select(i => i?.DeepClone())])
                    : v,
        },
        new AgentValues("agent-lone-items-unwrapped", "A list of one in an agent comes back as its item.")
        {
            Changes = v => v is JsonArray { Count: 1 } list ? list[0]?.DeepClone() : v,
        },
        new AgentValues("agent-names-cut", "Names in an agent come back cut to 255 characters.")
        {
            Renames = n => n.Length > 255 ? n[..255] : n,
        },
        new AgentValues("agent-normalised", "Texts in an agent come back in Unicode's composed form.")
        {
            Changes = v => Text(v, t => t.Normalize(NormalizationForm.FormC)),
        },
        new AgentValues("agent-numbers-from-texts", "Texts of digits within an agent's objects come back as numbers.")
        {
            Changes = v =>
                v?.GetValueKind() == JsonValueKind.String && long.TryParse(v.ToString(), out var number) ? number : v,
            From = 2,
        },
        new AgentValues("agent-texts-cut-at-nul", "Texts in an agent end at a NUL.")
        {
            Changes = v => Text(v, t => t.Split('\0')[0]),
        },
        new AgentValues("agent-words-as-booleans", "The words true and false in an agent come back as booleans.")
        {
            Changes = v =>
                Raw(v) switch
                {
                    "\"true\"" => true,
                    "\"false\"" => false,
                    _ => v,
                },
        },
    ];

    private static string Raw(JsonNode? value) => value is JsonValue ? value.ToJsonString() : "";

    private static JsonNode? Text(JsonNode? value, Func<string, string> change) =>
        value?.GetValueKind() == JsonValueKind.String ? JsonValue.Create(change(value.ToString())) : value;
}
