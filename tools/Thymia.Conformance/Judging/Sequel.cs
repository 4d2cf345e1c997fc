using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>
/// What was sent after an accepted request, to see whether what it did is so. What was not sent is null.
/// </summary>
internal sealed record Sequel
{
    public required SequelKind Kind { get; init; }

    /// <summary>Where the thing stands below the base URL.</summary>
    public required string Path { get; init; }

    /// <summary>The operation that reads the thing; null where none does.</summary>
    public Operation? Reader { get; init; }

    /// <summary>Where the answer's <c>Location</c> leads, where that is another thing.</summary>
    public string? OtherLocation { get; init; }

    /// <summary>The thing as it was before it was changed in part.</summary>
    public Exchange? Before { get; init; }

    /// <summary>The thing as it is read after the request.</summary>
    public Exchange? Read { get; init; }

    /// <summary>The same request once more.</summary>
    public Exchange? Repeated { get; init; }

    /// <summary>The thing as it is read once more: after the second request, where there was one.</summary>
    public Exchange? ReadAgain { get; init; }

    /// <summary>The thing as another caller reads it.</summary>
    public Exchange? ReadByOther { get; init; }

    /// <summary>Whether the collection lists the thing.</summary>
    public ListOutcome? Listed { get; init; }
}

/// <summary>What an accepted request did to a thing.</summary>
internal enum SequelKind
{
    Created,
    Replaced,
    Patched,
    Deleted,
}

/// <summary>What came of looking for things in their collection.</summary>
/// <param name="Operation">Lists the collection.</param>
/// <param name="Pages">How many pages were read.</param>
/// <param name="IsWhole">Whether nothing was left to read.</param>
internal sealed record ListOutcome(Operation Operation, int Pages, bool IsWhole)
{
    /// <summary>Where a thing stands that no page lists, among those looked for; null where all are listed.</summary>
    public string? Missing { get; init; }
}
