using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Thymia.Conformance.Schemas;

/// <summary>The <c>type</c> keyword.</summary>
internal static class TypeRules
{
    public static bool Allows(JsonObjectType allowed, JTokenType found) => found switch
    {
        JTokenType.Null => allowed.HasFlag(JsonObjectType.Null),
        JTokenType.Boolean => allowed.HasFlag(JsonObjectType.Boolean),
        JTokenType.Integer => allowed.HasFlag(JsonObjectType.Integer) || allowed.HasFlag(JsonObjectType.Number),
        JTokenType.Float => allowed.HasFlag(JsonObjectType.Number),
        JTokenType.String => allowed.HasFlag(JsonObjectType.String),
        JTokenType.Array => allowed.HasFlag(JsonObjectType.Array),
        _ => allowed.HasFlag(JsonObjectType.Object),
    };
}
