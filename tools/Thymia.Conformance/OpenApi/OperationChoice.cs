using System.IO.Enumeration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Which operations of a description are meant: by method and path, by <c>operationId</c>, by a pattern with
/// <c>*</c> of either, or by tag; all of them where nothing is named.
/// </summary>
public sealed record OperationChoice
{
    /// <summary>Methods with paths, ids or patterns; one that matches suffices.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Tags or patterns of tags; one that matches suffices.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those that are left out all the same.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Whether nothing is said.</summary>
    public bool IsOfAll => Named.Count + Tags.Count + Excluded.Count == 0;

    /// <summary>Those of the description that can be tested.</summary>
    /// <exception cref="UnusableInputException">A name, a pattern or a tag is of no operation, or nothing is
    /// left.</exception>
    public IReadOnlyList<Operation> Of(ApiDescription description)
    {
        var all = description
            .Operations.Concat(description.LeftOut.Select(o => o.Operation).OfType<Operation>())
            .ToList();
        foreach (var name in Named.Concat(Excluded))
        {
            Demand(all.Exists(o => IsNamed(o, name)), () => NotFound(description, name));
        }

        foreach (var tag in Tags)
        {
            Demand(all.Exists(o => HasTag(o, tag)), () => OperationNames.NoTag(description, all, tag));
        }

        var chosen = description.Operations.Where(Includes).ToList();
        if (chosen.Count > 0)
        {
            return chosen;
        }

        throw LeftOutOf(description) is [var first, ..] ? first.Fault : OperationNames.NoneLeft(description);
    }

    /// <summary>Those of the description that a fault keeps from being tested.</summary>
    public IReadOnlyList<LeftOutOperation> LeftOutOf(ApiDescription description) =>
        [.. description.LeftOut.Where(o => o.Operation is { } operation ? Includes(operation) : IsOfAll)];

    /// <summary>Whether exactly that operation is named, so that nothing can stand for it.</summary>
    public bool Names(LeftOutOperation operation) =>
        Named.Any(n => !IsPattern(n) && (operation.Name == n || operation.Operation is { } o && IsNamed(o, n)));

    private bool Includes(Operation operation) =>
        (Named.Count + Tags.Count == 0 || Named.Any(n => IsNamed(operation, n)) || Tags.Any(t => HasTag(operation, t)))
        && !Excluded.Any(n => IsNamed(operation, n));

    private static bool IsPattern(string text) => text.Contains('*', StringComparison.Ordinal);

    // The method in any case, the path and the id as they are written.
    private static bool IsNamed(Operation operation, string name)
    {
        if (IsPattern(name))
        {
            return Matches(name, operation.Name) || Matches(name, operation.Id);
        }

        var words = name.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return operation.Id == name
            || words is [var method, var path]
                && operation.Path == path
                && operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasTag(Operation operation, string tag) => operation.Tags.Any(t => Matches(tag, t));

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text);

    private static void Demand(bool holds, Func<UnusableInputException> problem)
    {
        if (!holds)
        {
            throw problem();
        }
    }

    // What a path that is stated elsewhere is called is all that is known of it.
    private static UnusableInputException NotFound(ApiDescription description, string name) =>
        description.LeftOut.FirstOrDefault(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Fault
        ?? OperationNames.NotFound(description, name);
}
