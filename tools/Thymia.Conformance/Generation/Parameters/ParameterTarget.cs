using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>Writes parameters into a request, and reads them back from one.</summary>
internal static class ParameterTarget
{
    /// <summary>The request with its path filled in, its query and its headers.</summary>
    public static CaseRequest Write(
        CaseRequest request, string path, IEnumerable<(Parameter Parameter, IReadOnlyList<string> Texts)> values)
    {
        var query = new List<string>();
        var headers = request.Headers.ToList();
        foreach (var (parameter, texts) in values)
        {
            switch (parameter.In)
            {
                case "path":
                    var filled = string.Join(',', texts.Select(Uri.EscapeDataString));
                    path = path.Replace($"{{{parameter.Name}}}", filled, StringComparison.Ordinal);
                    break;
                case "query":
                    query.AddRange(texts.Select(t => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(t)}"));
                    break;
                default:
                    headers.Add(KeyValuePair.Create(parameter.Name, string.Join(',', texts)));
                    break;
            }
        }

        return request with { Target = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", Headers = headers };
    }

    /// <summary>The texts of a parameter as they stand in the request; null where it is absent.</summary>
    public static IReadOnlyList<string>? Read(CaseRequest request, string template, Parameter parameter)
    {
        IReadOnlyList<string> texts = parameter.In switch
        {
            "path" => FromPath(request.Target.Split('?')[0], template, parameter.Name),
            "query" => [.. FromQuery(request.Target, parameter.Name)],
            _ => [.. request.Headers.Where(h => h.Key == parameter.Name).Select(h => h.Value)],
        };
        return texts.Count == 0 ? null : texts;
    }

    private static IEnumerable<string> FromQuery(string target, string name)
    {
        var start = target.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : target[(start + 1)..].Split('&').Select(p => p.Split('=', 2))
            .Where(p => Uri.UnescapeDataString(p[0]) == name).Select(p => Uri.UnescapeDataString(p.ElementAtOrDefault(1) ?? ""));
    }

    private static IReadOnlyList<string> FromPath(string path, string template, string name)
    {
        var index = Array.IndexOf(template.Split('/'), $"{{{name}}}");
        var segments = path.Split('/');
        return index < 0 || index >= segments.Length ? [] : [Uri.UnescapeDataString(segments[index])];
    }
}
