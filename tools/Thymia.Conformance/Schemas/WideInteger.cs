using System.Numerics;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// A whole number beyond 64 bits. NJsonSchema fails on a token that holds one, so the token holds the nearest double, and
/// the exact value is noted beside it.
/// </summary>
internal sealed record WideInteger(BigInteger Value)
{
    public static JValue Token(BigInteger value)
    {
        var token = new JValue((double)value);
        token.AddAnnotation(new WideInteger(value));
        return token;
    }

    /// <summary>The token's type, a wide integer being one.</summary>
    public static JTokenType TypeOf(JToken token) =>
        token.Type == JTokenType.Float && token.Annotation<WideInteger>() is not null ? JTokenType.Integer : token.Type;

    /// <summary>The token's exact value.</summary>
    public static object ValueOf(JValue token) => token.Annotation<WideInteger>() is { } wide ? wide.Value : token.Value!;
}
