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

    public static UnusableInputException NoTag(ApiDescription description, IEnumerable<Operation> all, string wanted)
    {
        var tags = all.SelectMany(o => o.Tags).Distinct(StringComparer.Ordinal).ToList();
        return new UnusableInputException(
            "tag-not-found",
            $"no operation has the tag '{SafeText.Of(wanted)}'",
            description.Source,
            tags.Count == 0
                ? "no operation has a tag: choose with --operation"
                : $"the tags are {SafeText.Of(string.Join(", ", tags.Take(Shown)))}"
                    + (tags.Count > Shown ? $" and {tags.Count - Shown} more" : "")
        );
    }

    public static UnusableInputException NoneLeft(ApiDescription description) =>
        new(
            "operation-not-found",
            description.Operations.Count == 0 ? "the description has no operation" : "no operation is left to test",
            description.Source,
            description.Operations.Count == 0 ? "name another with --description FILE" : "leave out less with --exclude"
        );

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
