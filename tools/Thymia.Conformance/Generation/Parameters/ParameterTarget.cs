using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>Writes parameters into a request, and reads them back from one.</summary>
internal static class ParameterTarget
{
    /// <summary>The request with its path filled in, its query, its headers and its cookies.</summary>
    public static CaseRequest Write(
        CaseRequest request,
        string path,
        IEnumerable<(Parameter Parameter, ParameterValue Value)> values
    )
    {
        var query = new List<string>();
        var cookies = new List<string>();
        var headers = request.Headers.ToList();
        foreach (var (parameter, value) in values)
        {
            switch (parameter.In)
            {
                case "path":
                    path = path.Replace(
                        $"{{{parameter.Name}}}",
                        StyleWriter.InPath(parameter, value),
                        StringComparison.Ordinal
                    );
                    break;
                case "query":
                    query.AddRange(StyleWriter.InQuery(parameter, value));
                    break;
                case "cookie":
                    cookies.Add(StyleWriter.InCookie(parameter, value));
                    break;
                default:
                    headers.Add(KeyValuePair.Create(parameter.Name, StyleWriter.InHeader(parameter, value)));
                    break;
            }
        }

        if (cookies.Count > 0)
        {
            headers.Add(KeyValuePair.Create("Cookie", string.Join("; ", cookies)));
        }

        return request with
        {
            Target = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}",
            Headers = headers,
        };
    }

    /// <summary>A parameter's value as it stands in the request; null where it is absent.</summary>
    public static ParameterValue? Read(CaseRequest request, Operation operation, Parameter parameter, ShapeOfText shape)
    {
        var parts = request.Target.Split('?', 2);
        switch (parameter.In)
        {
            case "path":
                return operation.Template.Find(parts[0], parameter.Name) is { } text
                    ? StyleReader.InPath(text, parameter, shape)
                    : null;
            case "query":
                var others = operation
                    .Parameters.Where(p => p.In == "query" && p != parameter)
                    .Select(p => p.Name)
                    .ToHashSet(StringComparer.Ordinal);
                return parts.Length == 1 ? null : StyleReader.InQuery(parts[1].Split('&'), parameter, shape, others);
            case "cookie":
                var cookies = request.Headers.Where(h => h.Key == "Cookie").SelectMany(h => h.Value.Split("; "));
                return StyleReader.InCookie(cookies, parameter, shape);
            default:
                return request
                    .Headers.Where(h => h.Key == parameter.Name)
                    .Select(h => StyleReader.InHeader(h.Value, parameter, shape))
                    .FirstOrDefault();
        }
    }
}
