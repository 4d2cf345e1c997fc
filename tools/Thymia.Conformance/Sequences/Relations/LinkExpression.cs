namespace Thymia.Conformance.Sequences.Relations;

/// <summary>Where an answer holds what a link hands on: OpenAPI's runtime expressions on answers.</summary>
/// <param name="At">JSON Pointer into the body; null where a header holds it.</param>
/// <param name="Header">The header; null where the body holds it.</param>
internal sealed record LinkExpression(string? At, string? Header)
{
    private const string Body = "$response.body#";
    private const string HeaderStart = "$response.header.";

    /// <summary>Null where the expression is about the request, or is none.</summary>
    public static LinkExpression? Read(string expression)
    {
        var text = expression.Trim('{', '}');
        return text.StartsWith(Body + "/", StringComparison.Ordinal) ? new LinkExpression(text[Body.Length..], null)
            : text.StartsWith(HeaderStart, StringComparison.Ordinal)
                ? new LinkExpression(null, text[HeaderStart.Length..])
            : null;
    }
}
