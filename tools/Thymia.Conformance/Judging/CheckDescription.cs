namespace Thymia.Conformance.Judging;

/// <summary>What a check is, for people.</summary>
public sealed record CheckDescription
{
    /// <summary>Stable kebab-case name, such as <c>response-schema</c>.</summary>
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The question it asks, as a statement that should hold.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// One paragraph: what is asked, of which cases, from which source, and what it leaves to others.
    /// </summary>
    public required string Documentation { get; init; }

    /// <summary>What to say of it where it applied to no answer of a run.</summary>
    public string WhenUnasked { get; init; } = "did not apply";

    /// <summary>
    /// Checks whose finding on the same exchange has the same cause; where one of them found, this one is not asked.
    /// </summary>
    public IReadOnlyList<string> SilencedBy { get; init; } = [];
}
