using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>Values at some depth of an agent that come back otherwise.</summary>
internal sealed class AgentValues(string name, string description) : Defect(name, "echo", description)
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 1_000 };
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1_000 };

    /// <summary>Whether a value does not come back at all; none by default.</summary>
    public Func<JsonNode?, bool> Drops { get; init; } = static _ => false;

    /// <summary>What a value comes back as.</summary>
    public Func<JsonNode?, JsonNode?> Changes { get; init; } = static v => v;

    /// <summary>What a name comes back as.</summary>
    public Func<string, string> Renames { get; init; } = static n => n;

    /// <summary>Whether it is so only for what is in lists; otherwise only for members.</summary>
    public bool? InLists { get; init; }

    /// <summary>From which depth on it is so: 1 is what the agent itself holds.</summary>
    public int From { get; init; } = 1;

    public override void Accept(CallRequest request, CallAnswer answer)
    {
        if (JsonNode.Parse(answer.Text("agent"), null, AnyDepth) is JsonObject agent)
        {
            answer.SetJson("agent", Changed(agent, 1)!.ToJsonString(Deep));
        }
    }

    private JsonNode? Changed(JsonNode? node, int depth) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.Where(m => !IsDropped(m.Value, depth, isItem: false))
                    .Select(m => KeyValuePair.Create(Renames(m.Key), At(m.Value, depth, isItem: false)))
                    .DistinctBy(m => m.Key)
            ),
            JsonArray list => new JsonArray([
                .. list.Where(v => !IsDropped(v, depth, isItem: true)).Select(v => At(v, depth, isItem: true)),
            ]),
            _ => node?.DeepClone(),
        };

    private bool IsDropped(JsonNode? value, int depth, bool isItem) => Concerns(depth, isItem) && Drops(value);

    private JsonNode? At(JsonNode? value, int depth, bool isItem)
    {
        var inner = Changed(value, depth + 1);
        return Concerns(depth, isItem) ? Changes(inner) : inner;
    }

    private bool Concerns(int depth, bool isItem) => depth >= From && (InLists is null || InLists == isItem);
}
