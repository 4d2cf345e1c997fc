using System.Text.Json;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation;

/// <summary>A deliberate change that breaks one constraint.</summary>
public sealed record Mutation
{
    public required Constraint Constraint { get; init; }

    /// <summary>The place changed, with real indexes and names in it.</summary>
    public required Location Location { get; init; }

    /// <summary>The way of breaking it, in kebab case, such as <c>lower-case</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What stood there before; null where nothing did or it is no JSON value.</summary>
    public JsonElement? OldValue
    {
        get => Old?.Value;
        init => Old = Known(value);
    }

    /// <summary>What stands there now; null where nothing does or it is no JSON value.</summary>
    public JsonElement? NewValue
    {
        get => New?.Value;
        init => New = Known(value);
    }

    /// <summary>Read only once somebody asks: of a case that passes nobody does.</summary>
    internal Lazy<JsonElement>? Old { private get; init; }

    /// <inheritdoc cref="Old"/>
    internal Lazy<JsonElement>? New { private get; init; }

    /// <summary>
    /// The violation that the schema check must report: the constraint's own, or that of the choice around it, since
    /// what is wrong inside a branch shows as no branch fitting.
    /// </summary>
    public ExpectedViolation Reported
    {
        get => field ?? new ExpectedViolation(Location.Pointer, Constraint.Keyword);
        init;
    }

    /// <summary>Another, independent break in the same payload, which may have one too; null in most cases.</summary>
    public Mutation? Further { get; init; }

    /// <summary>It and every further one.</summary>
    internal IEnumerable<Mutation> WithFurther
    {
        get
        {
            for (var at = this; at is not null; at = at.Further)
            {
                yield return at;
            }
        }
    }

    /// <summary>The one of them that changes a place; null where none does.</summary>
    internal Mutation? At(Location place) => WithFurther.FirstOrDefault(m => m.Location == place);

    /// <summary>Violations that come with it by necessity, such as <c>enum</c> when the type is wrong.</summary>
    public IReadOnlyList<ExpectedViolation> Implied { get; init; } = [];

    private static Lazy<JsonElement>? Known(JsonElement? value) => value is { } known ? new(known) : null;
}

/// <summary>A violation that the schema check may report for a mutated payload.</summary>
public sealed record ExpectedViolation(string Pointer, string Keyword);
