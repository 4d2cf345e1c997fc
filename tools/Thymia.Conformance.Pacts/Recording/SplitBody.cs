using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>A body in Pact's integration JSON taken apart as a pact file has it: content, rules, generators.</summary>
internal sealed partial class SplitBody
{
    private static readonly string[] Limits = ["regex", "min", "max"];

    private const string GeneratorKey = "pact:generator:type";

    private readonly SortedDictionary<string, JsonArray> _rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonObject> _generators = new(StringComparer.Ordinal);

    private SplitBody() { }

    public JsonNode? Content { get; private set; }

    /// <summary>By path, as a category of <c>matchingRules</c> has them; null where there is none.</summary>
    public JsonObject? Rules =>
        _rules.Count == 0
            ? null
            : new JsonObject(
                _rules.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)Combined(r.Value.DeepClone().AsArray())))
            );

    /// <summary>By path; null where there is none.</summary>
    public JsonObject? Generators =>
        _generators.Count == 0
            ? null
            : new JsonObject(_generators.Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Value.DeepClone())));

    public static SplitBody Of(JsonNode? integration)
    {
        var split = new SplitBody();
        split.Content = split.Read(integration, "$");
        return split;
    }

    /// <summary>The rule of one matcher as a pact file has it.</summary>
    public static JsonObject Rule(JsonObject matcher)
    {
        var rule = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["match"] = matcher[Matchers.TypeKey]!.GetValue<string>(),
        };
        foreach (var name in Limits.Where(matcher.ContainsKey))
        {
            rule[name] = matcher[name]!.DeepClone();
        }

        if (matcher["rules"] is JsonArray inner)
        {
            rule["rules"] = new JsonArray([.. inner.Select(r => Rule(r!.AsObject()))]);
            rule["value"] = Sorted(matcher["value"])?.ToJsonString(PactText.Narrow);
        }

        return new JsonObject(rule);
    }

    private JsonNode? Read(JsonNode? node, string path) =>
        node switch
        {
            JsonObject map when map.ContainsKey(Matchers.TypeKey) => OfMatcher(map, path),
            JsonObject map => Members(map, path),
            JsonArray list => new JsonArray([.. list.Select((item, i) => Read(item, $"{path}[{i}]"))]),
            _ => node?.DeepClone(),
        };

    private JsonObject Members(JsonObject map, string path) =>
        new(
            map.OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => KeyValuePair.Create(m.Key, Read(m.Value, path + Step(m.Key))))
        );

    private JsonNode? OfMatcher(JsonObject matcher, string path)
    {
        if (matcher[GeneratorKey] is { } generator)
        {
            _generators[path] = Generator(matcher, generator.GetValue<string>());
        }

        if (matcher["variants"] is JsonArray variants)
        {
            var split = variants.Select(Of).ToList();
            Add(
                path,
                new JsonObject
                {
                    ["match"] = matcher[Matchers.TypeKey]!.GetValue<string>(),
                    ["variants"] = new JsonArray([
                        .. split.Select((v, i) => new JsonObject { ["index"] = i, ["rules"] = v.Rules ?? [] }),
                    ]),
                }
            );
            return new JsonArray([.. split.Select(v => v.Content)]);
        }

        Add(path, Rule(matcher));
        return matcher["value"] is JsonArray items && matcher.ContainsKey("min")
            ? new JsonArray([.. items.Select(item => Read(item, path + "[*]"))])
            : Read(matcher["value"], path);
    }

    // Each example of a list adds the rules of its items, as in the core.
    private void Add(string path, JsonObject rule)
    {
        if (!_rules.TryGetValue(path, out var rules))
        {
            _rules[path] = rules = [];
        }

        rules.Add(rule);
    }

    private static JsonObject Generator(JsonObject matcher, string type) =>
        matcher["format"] is { } format
            ? new JsonObject { ["format"] = format.DeepClone(), ["type"] = type }
            : new JsonObject { ["type"] = type };

    /// <summary>Rules of one place, all of which must hold.</summary>
    public static JsonObject Combined(JsonArray matchers) => new() { ["combine"] = "AND", ["matchers"] = matchers };

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private static string Step(string name) => Plain().IsMatch(name) ? $".{name}" : $"['{name}']";

    [GeneratedRegex("^[_A-Za-z][_A-Za-z0-9]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
