using System.Text;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Writes a pact without Pact's core, so that whoever does so needs no Node. Tests hold what it writes to the core's,
/// byte for byte but for the core naming itself.
/// </summary>
public sealed class V4PactWriter : IPactWriter
{
    /// <summary>Whose word the contract is: <c>consumer</c>, the default, or <c>provider</c>.</summary>
    public string DerivedFrom { get; init; } = "consumer";

    public string Write(string folder, PactNames names, PactKey key, IReadOnlyList<Interaction> interactions)
    {
        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = names.Consumer },
            ["interactions"] = new JsonArray([
                .. interactions.OrderBy(i => i.Description, StringComparer.Ordinal).Select(Of),
            ]),
            ["metadata"] = new JsonObject
            {
                ["pactSpecification"] = new JsonObject { ["version"] = "4.0" },
                [CorePactWriter.MetadataSpace] = new JsonObject
                {
                    ["derivedFrom"] = DerivedFrom,
                    ["key"] = key == PactKey.Absent ? "absent" : "sent",
                },
            },
            ["provider"] = new JsonObject { ["name"] = names.Provider },
        };
        var file = Path.Combine(folder, $"{names.FileStem}.json");
        PactText.Write(file, pact);
        return file;
    }

    private static JsonObject Of(Interaction interaction)
    {
        var result = new JsonObject();
        if (InteractionComment.Of(interaction) is { } comment)
        {
            result["comments"] = new JsonObject { [KeyMark.Space] = comment };
        }

        result["description"] = interaction.Description;
        result["key"] = interaction.Key;
        result["pending"] = false;
        if (interaction.States.Count > 0)
        {
            result["providerStates"] = new JsonArray([.. interaction.States.Select(State)]);
        }

        result["request"] = Request(interaction);
        result["response"] = Response(interaction);
        result["type"] = "Synchronous/HTTP";
        return result;
    }

    private static JsonObject State(ProviderState state) =>
        state.Parameters.Count == 0
            ? new JsonObject { ["name"] = state.Name }
            : new JsonObject
            {
                ["name"] = state.Name,
                ["params"] = new JsonObject(
                    state
                        .Parameters.OrderBy(p => p.Key, StringComparer.Ordinal)
                        .Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))
                ),
            };

    private static JsonObject Request(Interaction interaction)
    {
        var half = new V4Half(interaction.RequestBody, interaction.RequestHeaders);
        var result = half.Start();
        result["method"] = interaction.Method;
        result["path"] = interaction.Path;
        if (interaction.Query.Count > 0)
        {
            result["query"] = new JsonObject(
                interaction
                    .Query.GroupBy(q => q.Key)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g =>
                        KeyValuePair.Create(
                            g.Key,
                            (JsonNode?)new JsonArray([.. g.Select(q => JsonValue.Create(q.Value))])
                        )
                    )
            );
        }

        return result;
    }

    private static JsonObject Response(Interaction interaction)
    {
        var result = new V4Half(interaction.ResponseBody, []).Start();
        result["status"] = interaction.Status;
        return result;
    }
}

/// <summary>The body and headers of a request or response as V4 has them.</summary>
internal sealed class V4Half
{
    private readonly InteractionBody? _body;
    private readonly SplitBody? _split;
    private readonly SortedDictionary<string, List<JsonNode>> _headers = new(StringComparer.Ordinal);

    public V4Half(InteractionBody? body, IReadOnlyList<KeyValuePair<string, JsonNode>> headers)
    {
        _body = body;
        _split = body is { Text: null } ? SplitBody.Of(body.Json) : null;
        if (body is not null)
        {
            Add("Content-Type", Matchers.Regex(body.ContentType, TextPatterns.MediaType(body.ContentType)));
        }

        foreach (var (name, value) in headers)
        {
            Add(name, value);
        }
    }

    /// <summary>
    /// Body, generators, headers and rules, in the order of their names; what there is none of is left out.
    /// </summary>
    public JsonObject Start()
    {
        var result = new JsonObject();
        if (_body is not null)
        {
            result["body"] = Body(_body);
        }

        if (_split?.Generators is { } generators)
        {
            result["generators"] = new JsonObject { ["body"] = generators };
        }

        if (_headers.Count > 0)
        {
            result["headers"] = new JsonObject(
                _headers.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)new JsonArray([.. h.Value.Select(Shown)])))
            );
        }

        if (Rules() is { Count: > 0 } rules)
        {
            result["matchingRules"] = rules;
        }

        return result;
    }

    private void Add(string name, JsonNode value)
    {
        if (!_headers.TryGetValue(name, out var values))
        {
            _headers[name] = values = [];
        }

        values.Add(value);
    }

    private JsonObject Body(InteractionBody body) =>
        body.Text is { } text
            ? new JsonObject
            {
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
                ["contentType"] = body.ContentType,
                ["encoded"] = "base64",
            }
            : new JsonObject
            {
                ["content"] = _split!.Content,
                ["contentType"] = body.ContentType,
                ["encoded"] = false,
            };

    private JsonObject Rules()
    {
        var rules = new JsonObject();
        if (_split?.Rules is { } ofBody)
        {
            rules["body"] = ofBody;
        }

        var ofHeaders = _headers.Where(h => h.Value[0] is JsonObject).ToList();
        if (ofHeaders.Count > 0)
        {
            rules["header"] = new JsonObject(
                ofHeaders.Select(h =>
                    KeyValuePair.Create(h.Key, (JsonNode?)SplitBody.Combined([SplitBody.Rule(h.Value[0].AsObject())]))
                )
            );
        }

        return rules;
    }

    private static JsonNode Shown(JsonNode value) =>
        (value is JsonObject matcher ? matcher["value"] : value)!.DeepClone();
}
