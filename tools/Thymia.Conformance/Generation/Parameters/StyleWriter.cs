using Std;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>
/// Puts values into the styles of OpenAPI. What RFC 6570 defines is expanded as a URI
/// template; the rest is OpenAPI's own.
/// </summary>
internal static class StyleWriter
{
    // Reserved in a URI (RFC 3986, 2.2), and without a meaning within a query's value.
    private const string Harmless = ":/?@!$'()*,;";

    /// <summary>What stands for the parameter's expression in a path.</summary>
    public static string InPath(Parameter parameter, ParameterValue value) =>
        parameter.Style switch
        {
            ParameterStyle.Label => Expand(parameter.Explode ? "{.v*}" : "{.v}", value),
            ParameterStyle.Matrix => InMatrix(parameter, value),
            _ => Expand(parameter.Explode ? "{v*}" : "{v}", value),
        };

    /// <summary>The parts of a query, between two <c>&amp;</c> each.</summary>
    public static IEnumerable<string> InQuery(Parameter parameter, ParameterValue value)
    {
        var name = Uri.EscapeDataString(parameter.Name);
        return (value, parameter) switch
        {
            (ParameterValue.Fields fields, { Style: ParameterStyle.DeepObject }) => fields.Pairs.Select(p =>
                $"{name}%5B{Uri.EscapeDataString(p.Key)}%5D={Encoded(parameter, p.Value)}"
            ),
            (ParameterValue.Fields fields, { Explode: true }) => fields.Pairs.Select(p =>
                $"{Uri.EscapeDataString(p.Key)}={Encoded(parameter, p.Value)}"
            ),
            (ParameterValue.Many many, { Explode: true } or { Style: ParameterStyle.DeepObject }) => many.Items.Select(
                i => $"{name}={Encoded(parameter, i)}"
            ),
            _ => [$"{name}={string.Join(Delimiter(parameter.Style), Flat(value).Select(t => Encoded(parameter, t)))}"],
        };
    }

    /// <summary>The value of a header.</summary>
    public static string InHeader(Parameter parameter, ParameterValue value) =>
        value is ParameterValue.Fields fields && parameter.Explode
            ? string.Join(',', fields.Pairs.Select(p => $"{p.Key}={p.Value}"))
            : string.Join(',', Flat(value));

    /// <summary>What stands in the header <c>Cookie</c>.</summary>
    public static string InCookie(Parameter parameter, ParameterValue value) =>
        (value, parameter.Explode) switch
        {
            (ParameterValue.Fields fields, true) => string.Join('&', fields.Pairs.Select(p => $"{p.Key}={p.Value}")),
            (ParameterValue.Many many, true) => string.Join('&', many.Items.Select(i => $"{parameter.Name}={i}")),
            _ => $"{parameter.Name}={string.Join(',', Flat(value))}",
        };

    /// <summary>What parts the texts of a value that are written one behind another in a query.</summary>
    public static string Delimiter(ParameterStyle style) =>
        style switch
        {
            ParameterStyle.SpaceDelimited => "%20",
            ParameterStyle.PipeDelimited => "%7C",
            _ => ",",
        };

    /// <summary>The texts of a value one behind another: names and values in turn.</summary>
    private static IEnumerable<string> Flat(ParameterValue value) => value.Texts;

    private static string InMatrix(Parameter parameter, ParameterValue value)
    {
        // A name may hold what no name of a template can, so the name is written here.
        var name = ";" + Uri.EscapeDataString(parameter.Name);
        return (value, parameter.Explode) switch
        {
            (ParameterValue.Fields, true) => Expand("{;v*}", value),
            (ParameterValue.Many many, true) => string.Concat(
                many.Items.Select(i => $"{name}={Uri.EscapeDataString(i)}")
            ),
            (ParameterValue.One { Text: "" }, _) => name,
            _ => $"{name}={Expand("{v}", value)}",
        };
    }

    private static string Expand(string template, ParameterValue value) =>
        UriTemplate.Expand(
            template,
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["v"] = value switch
                {
                    ParameterValue.Many many => many.Items.ToList(),
                    ParameterValue.Fields fields => fields.Pairs.DistinctBy(p => p.Key).ToDictionary(),
                    _ => ((ParameterValue.One)value).Text,
                },
            }
        );

    private static string Encoded(Parameter parameter, string text) =>
        parameter.AllowReserved
            ? string.Concat(
                text.EnumerateRunes()
                    .Select(r =>
                        r.IsAscii && Harmless.Contains((char)r.Value, StringComparison.Ordinal)
                            ? r.ToString()
                            : Uri.EscapeDataString(r.ToString())
                    )
            )
            : Uri.EscapeDataString(text);
}
