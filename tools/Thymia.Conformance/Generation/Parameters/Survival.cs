using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>
/// Whether a value arrives as it was sent. Providers differ in whether they split or decode first, so what parts texts
/// may stand in none of them; headers are trimmed, a path needs segments, and a cookie has few characters.
/// </summary>
internal static class Survival
{
    private const int MaxLength = 1000;

    public static bool Of(ParameterValue value, Parameter parameter, string around = "") =>
        value.Texts.All(t => Of(t, parameter.In)) && !IsMistakable(value, parameter) && StandsOut(value, around);

    private static bool Of(string text, string part) =>
        text.Length < MaxLength
        && part switch
        {
            "header" => text.All(c => c is >= ' ' and <= '~') && text.Trim() == text && text.Length > 0,
            "cookie" => text.Length > 0
                && text.All(c => c is > ' ' and <= '~' and not ('"' or ',' or ';' or '\\' or '&' or '=' or '%')),
            "path" => text.Any(c => c != '.')
                && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\'),
            _ => !text.Any(char.IsSurrogate),
        };

    private static bool IsMistakable(ParameterValue value, Parameter parameter)
    {
        if (value is ParameterValue.One || parameter.ContentType is not null)
        {
            return false;
        }

        var isApart = parameter is { In: "query", Explode: true } or { Style: ParameterStyle.DeepObject };
        var delimiters = isApart ? "[]" : ",;=&|";
        return value.Texts.Any(t =>
            t.AsSpan().ContainsAny(delimiters)
            || (
                !isApart
                && (
                    t.Length == 0
                    || t.Any(char.IsWhiteSpace)
                    || (parameter.Style == ParameterStyle.Label && t.Contains('.', StringComparison.Ordinal))
                )
            )
        );
    }

    // A text beside the expression must not stand in the value as well.
    private static bool StandsOut(ParameterValue value, string around) =>
        around.Length == 0 || !value.Texts.Any(t => t.AsSpan().ContainsAny(around));
}
