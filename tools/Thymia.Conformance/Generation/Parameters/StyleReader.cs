using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>
/// Reads values out of the styles of OpenAPI, so that what was written can be proven; null where there is none.
/// </summary>
internal static class StyleReader
{
    public static ParameterValue? InPath(string text, Parameter parameter, ShapeOfText shape)
    {
        var start = parameter.Style switch
        {
            ParameterStyle.Label => ".",
            ParameterStyle.Matrix => ";",
            _ => "",
        };
        if (!text.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = text[start.Length..];
        var name = Uri.EscapeDataString(parameter.Name);
        return parameter switch
        {
            { ContentType: not null } => One(rest),
            { Style: ParameterStyle.Matrix, Explode: true } when shape.IsArray => Many(
                rest.Split(';').Select(p => ValueOf(p, name)).OfType<string>()
            ),
            { Style: ParameterStyle.Matrix, Explode: true } when shape.IsObject => Fields(rest.Split(';').Select(Pair)),
            { Style: ParameterStyle.Matrix } => ValueOf(rest, name) is { } value ? Joined(value, ",", shape) : null,
            { Explode: true } when shape.IsObject => Fields(rest.Split(start is "." ? '.' : ',').Select(Pair)),
            { Style: ParameterStyle.Label, Explode: true } when shape.IsArray => Many(rest.Split('.')),
            _ => Joined(rest, ",", shape),
        };
    }

    /// <param name="query">The parts between two <c>&amp;</c>.</param>
    /// <param name="others">Names that belong to other parameters.</param>
    public static ParameterValue? InQuery(
        IReadOnlyList<string> query,
        Parameter parameter,
        ShapeOfText shape,
        IReadOnlySet<string> others
    )
    {
        var pairs = query.Select(Pair).ToList();
        if (parameter is { ContentType: null, Style: ParameterStyle.DeepObject } && shape.IsObject)
        {
            var prefix = parameter.Name + "[";
            return Fields(
                pairs
                    .Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal) && p.Key.EndsWith(']'))
                    .Select(p => KeyValuePair.Create(p.Key[prefix.Length..^1], p.Value))
            );
        }

        if (parameter is { ContentType: null, Explode: true } && shape.IsObject)
        {
            return Fields(pairs.Where(p => !others.Contains(p.Key)));
        }

        var values = query
            .Where(p => Uri.UnescapeDataString(p.Split('=', 2)[0]) == parameter.Name)
            .Select(p => p.Split('=', 2).ElementAtOrDefault(1) ?? "")
            .ToList();
        return values.Count == 0 ? null
            : parameter.ContentType is not null ? One(values[^1])
            : shape.IsArray && (parameter.Explode || parameter.Style == ParameterStyle.DeepObject) ? Many(values)
            : Joined(values[^1], StyleWriter.Delimiter(parameter.Style), shape);
    }

    public static ParameterValue? InHeader(string text, Parameter parameter, ShapeOfText shape) =>
        parameter switch
        {
            { ContentType: not null } => new ParameterValue.One(text),
            { Explode: true } when shape.IsObject => AsWritten(text.Split(',').Select(PlainPair)),
            _ => JoinedAsWritten(text, shape),
        };

    /// <param name="cookies">The parts between two semicolons.</param>
    public static ParameterValue? InCookie(IEnumerable<string> cookies, Parameter parameter, ShapeOfText shape)
    {
        foreach (var cookie in cookies)
        {
            var pair = PlainPair(cookie);
            if (
                parameter is { ContentType: null, Explode: true }
                && shape.IsObject
                && cookie.Contains('=', StringComparison.Ordinal)
                && shape.Property(pair.Key) is not JsonTypes.None
            )
            {
                return AsWritten(cookie.Split('&').Select(PlainPair));
            }

            if (pair.Key == parameter.Name)
            {
                return parameter.ContentType is not null ? new ParameterValue.One(pair.Value)
                    : parameter.Explode && shape.IsArray
                        ? new ParameterValue.Many([.. cookie.Split('&').Select(c => PlainPair(c).Value)])
                    : JoinedAsWritten(pair.Value, shape);
            }
        }

        return null;
    }

    private static ParameterValue.One One(string encoded) => new(Uri.UnescapeDataString(encoded));

    private static ParameterValue.Many Many(IEnumerable<string> encoded) =>
        new([.. encoded.Select(Uri.UnescapeDataString)]);

    private static ParameterValue.Fields? Fields(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.ToList() is { Count: > 0 } some ? new ParameterValue.Fields(some) : null;

    private static ParameterValue.Fields AsWritten(IEnumerable<KeyValuePair<string, string>> pairs) => new([.. pairs]);

    private static ParameterValue Joined(string encoded, string delimiter, ShapeOfText shape) =>
        shape switch
        {
            { IsArray: true } => Many(encoded.Split(delimiter)),
            { IsObject: true } => InTurn([.. encoded.Split(delimiter).Select(Uri.UnescapeDataString)]),
            _ => One(encoded),
        };

    private static ParameterValue JoinedAsWritten(string text, ShapeOfText shape) =>
        shape switch
        {
            { IsArray: true } => new ParameterValue.Many(text.Split(',')),
            { IsObject: true } => InTurn(text.Split(',')),
            _ => new ParameterValue.One(text),
        };

    private static ParameterValue.Fields InTurn(string[] texts) =>
        new([.. texts.Chunk(2).Select(p => KeyValuePair.Create(p[0], p.ElementAtOrDefault(1) ?? ""))]);

    private static KeyValuePair<string, string> Pair(string part)
    {
        var pair = PlainPair(part);
        return KeyValuePair.Create(Uri.UnescapeDataString(pair.Key), Uri.UnescapeDataString(pair.Value));
    }

    private static KeyValuePair<string, string> PlainPair(string part)
    {
        var pair = part.Trim().Split('=', 2);
        return KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? "");
    }

    private static string? ValueOf(string part, string name) =>
        part == name ? ""
        : part.StartsWith(name + "=", StringComparison.Ordinal) ? part[(name.Length + 1)..]
        : null;
}
