using System.Globalization;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads what a filter of a query asks (RFC 9535, 2.3.5).</summary>
internal sealed class QueryFilterParser(NodeQueryParser text)
{
    // Longer ones first.
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    /// <summary>A value of a comparison: none, or one, which may be null.</summary>
    private readonly record struct Operand(bool IsThere, JsonNode? Value);

    public Func<QuerySearch, JsonNode?, bool> Read()
    {
        text.Enter();
        var any = new List<Func<QuerySearch, JsonNode?, bool>>();
        do
        {
            any.Add(All());
            text.Skip();
        } while (text.Take("||"));

        text.Leave();
        return any.Count == 1 ? any[0] : (search, at) => any.Exists(a => a(search, at));
    }

    private Func<QuerySearch, JsonNode?, bool> All()
    {
        var all = new List<Func<QuerySearch, JsonNode?, bool>>();
        do
        {
            all.Add(One());
            text.Skip();
        } while (text.Take("&&"));

        return all.Count == 1 ? all[0] : (search, at) => all.TrueForAll(a => a(search, at));
    }

    private Func<QuerySearch, JsonNode?, bool> One()
    {
        text.Skip();
        if (text.Next == '!' && text.Take('!'))
        {
            var inner = One();
            return (search, at) => !inner(search, at);
        }

        if (text.Take('('))
        {
            var inner = Read();
            text.Skip();
            text.Demand(')');
            return inner;
        }

        var (left, exists) = Value();
        text.Skip();
        if (Operators.FirstOrDefault(text.Take) is not { } sign)
        {
            return exists ?? throw text.Unexpected();
        }

        text.Skip();
        var (right, _) = Value();
        return (search, at) => Compare(sign, left(search, at), right(search, at));
    }

    // What it is as a value, and as a question of its own where it can be one.
    private (Func<QuerySearch, JsonNode?, Operand> Value, Func<QuerySearch, JsonNode?, bool>? Exists) Value()
    {
        if (text.Next is '@' or '$')
        {
            var nodes = Query();
            return ((search, at) => Single(nodes(search, at)), (search, at) => nodes(search, at).Any());
        }

        if (text.Next is '\'' or '"')
        {
            var quoted = JsonValue.Create(text.Quoted());
            return ((_, _) => new Operand(true, quoted), null);
        }

        if (char.IsAsciiDigit(text.Next) || text.Next == '-')
        {
            var number = double.TryParse(text.Number(), NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
                ? JsonValue.Create(n)
                : throw text.Unexpected();
            return ((_, _) => new Operand(true, number), null);
        }

        return text.Word() switch
        {
            "true" => ((_, _) => new Operand(true, JsonValue.Create(true)), null),
            "false" => ((_, _) => new Operand(true, JsonValue.Create(false)), null),
            "null" => ((_, _) => new Operand(true, null), null),
            "" => throw text.Unexpected(),
            var name => (Function(name), null),
        };
    }

    private Func<QuerySearch, JsonNode?, Operand> Function(string name)
    {
        text.Skip();
        text.Demand('(');
        text.Skip();
        if (name is "count" or "value")
        {
            var nodes = Query();
            Close();
            return name == "value"
                ? (search, at) => Single(nodes(search, at))
                : (search, at) => new Operand(true, JsonValue.Create((double)nodes(search, at).Count()));
        }

        if (name != "length")
        {
            throw new FormatException($"the function '{name}' is not known");
        }

        text.Enter();
        var (value, _) = Value();
        text.Leave();
        Close();
        return (search, at) =>
            value(search, at).Value switch
            {
                JsonArray list => new Operand(true, JsonValue.Create((double)list.Count)),
                JsonObject map => new Operand(true, JsonValue.Create((double)map.Count)),
                JsonValue some when some.TryGetValue<string>(out var letters) => new Operand(
                    true,
                    JsonValue.Create((double)letters.EnumerateRunes().Count())
                ),
                _ => default,
            };
    }

    private void Close()
    {
        text.Skip();
        text.Demand(')');
    }

    private Func<QuerySearch, JsonNode?, IEnumerable<QueryNode>> Query()
    {
        var isRoot = text.Take('$');
        if (!isRoot)
        {
            text.Demand('@');
        }

        text.Enter();
        var segments = text.Segments();
        text.Leave();
        return (search, at) => search.Of(segments, new QueryNode(isRoot ? search.Root : at, null, "", -1));
    }

    private static Operand Single(IEnumerable<QueryNode> nodes)
    {
        using var found = nodes.GetEnumerator();
        if (!found.MoveNext())
        {
            return default;
        }

        var value = found.Current.Value;
        return found.MoveNext() ? default : new Operand(true, value);
    }

    private static bool Compare(string sign, Operand left, Operand right) =>
        sign switch
        {
            "==" => AreEqual(left, right),
            "!=" => !AreEqual(left, right),
            "<" => IsLess(left, right),
            ">" => IsLess(right, left),
            "<=" => IsLess(left, right) || AreEqual(left, right),
            _ => IsLess(right, left) || AreEqual(left, right),
        };

    private static bool AreEqual(Operand left, Operand right) =>
        left.IsThere == right.IsThere
        && (
            Number(left.Value) is { } one && Number(right.Value) is { } other
                ? one.Equals(other)
                : JsonNode.DeepEquals(left.Value, right.Value)
        );

    private static bool IsLess(Operand left, Operand right) =>
        left.IsThere
        && right.IsThere
        && (
            Number(left.Value) is { } one && Number(right.Value) is { } other
                ? one < other
                : Letters(left.Value) is { } a && Letters(right.Value) is { } b && string.CompareOrdinal(a, b) < 0
        );

    private static double? Number(JsonNode? node) =>
        node?.GetValueKind() == System.Text.Json.JsonValueKind.Number
        && double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? Letters(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
