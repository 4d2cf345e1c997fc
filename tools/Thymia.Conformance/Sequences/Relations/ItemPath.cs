using System.Text.RegularExpressions;

namespace Thymia.Conformance.Sequences.Relations;

/// <summary>Paths of things and of their collections, as templates.</summary>
internal static partial class ItemPath
{
    /// <summary>The path up to the segment that is the parameter and nothing else; null where there is none.</summary>
    public static string? UpTo(string path, string parameter)
    {
        var segments = path.Split('/');
        var index = Array.IndexOf(segments, $"{{{parameter}}}");
        return index < 1 ? null : string.Join('/', segments[..(index + 1)]);
    }

    /// <summary>The path of the collection that the thing is in.</summary>
    public static string CollectionOf(string item) => item[..item.LastIndexOf('/')];

    /// <summary>The path with every parameter alike, since operations name them differently.</summary>
    public static string Plain(string path) => Parameter().Replace(path.TrimEnd('/'), "{}");

    /// <summary>
    /// The values of a template's parameters, in order, where the last segments of a path are of that template; null
    /// where they are not.
    /// </summary>
    public static IReadOnlyList<string>? ValuesIn(string path, string template)
    {
        var wanted = template.Trim('/').Split('/');
        var found = path.TrimEnd('/').Split('/');
        if (found.Length < wanted.Length)
        {
            return null;
        }

        var values = new List<string>();
        foreach (var (want, have) in wanted.Zip(found[^wanted.Length..]))
        {
            if (want.StartsWith('{') && have.Length > 0)
            {
                values.Add(Uri.UnescapeDataString(have));
            }
            else if (want != have)
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>The path with values for its first parameters; the others stay as they are.</summary>
    public static string Fill(string path, IReadOnlyList<string> values)
    {
        var next = 0;
        return Parameter().Replace(path, m => next < values.Count ? Uri.EscapeDataString(values[next++]) : m.Value);
    }

    [GeneratedRegex(@"\{[^{}/]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
