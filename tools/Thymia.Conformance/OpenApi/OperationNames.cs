using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Says which operations there are where one was asked for that is not.</summary>
internal static class OperationNames
{
    private const int Shown = 5;

    public static UnusableInputException NotFound(ApiDescription description, string wanted)
    {
        var names = description.Operations.Select(o => o.Name).ToList();
        return new UnusableInputException(
            "operation-not-found",
            names.Count == 0 ? "the description has no operation" : $"there is no operation '{SafeText.Of(wanted)}'",
            description.Source,
            names.Count == 0 ? "name another with --description FILE" : SafeText.Of(Hint(wanted, names))
        );
    }

    private static string Hint(string wanted, List<string> names)
    {
        var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
        var there = $"there is {string.Join(", ", names.Take(Shown))}{more}";
        return Near(wanted, names) is { } near
            ? $"perhaps '{near}' is meant{(names.Count > 1 ? $"; {there}" : "")}"
            : there;
    }

    // The same path with another method, or alone, is nearer than a path spelt alike.
    private static string? Near(string wanted, List<string> names)
    {
        var path = wanted.Trim().Split(' ')[^1].TrimEnd('/');
        return names.FirstOrDefault(n => n.Split(' ')[^1].TrimEnd('/').Equals(path, StringComparison.OrdinalIgnoreCase))
            ?? Spelling.Nearest(wanted, names);
    }
}
