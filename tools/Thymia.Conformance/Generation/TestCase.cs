using System.Collections.ObjectModel;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation;

/// <summary>One concrete request with what the contract demands of its answer.</summary>
public sealed record TestCase
{
    /// <summary>
    /// Stable between runs and seeds, unique within a description: <c>create-call:user.birthSex:enum:lower-case</c>.
    /// </summary>
    public required string Id { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>What a person calls it: <c>user.birthSex · enum · lower case</c>.</summary>
    public string Title => $"{Location.Display} · {Keyword} · {Kind.Replace('-', ' ')}";

    /// <summary>The place the case is about; the whole body where it is about all of it.</summary>
    public required Location Location { get; init; }

    /// <summary>The keyword the case is about: a constraint's, or <c>example</c>, <c>random</c> and the like for valid
    /// ones.</summary>
    public required string Keyword { get; init; }

    /// <summary>The kind of break or of edge, in kebab case.</summary>
    public required string Kind { get; init; }

    /// <summary>How sensible a valid request is; meaningless for an invalid one.</summary>
    public required Tier Tier { get; init; }

    public required Seed Seed { get; init; }

    public required CaseRequest Request { get; init; }

    public required Expectation Expectation { get; init; }

    /// <summary>
    /// The path parameters whose values are those of things that this run has created; none by default.
    /// </summary>
    public IReadOnlySet<string> Created { get; init; } = ReadOnlySet<string>.Empty;

    /// <summary>What was broken; null for a valid case.</summary>
    public Mutation? Mutation { get; init; }

    /// <summary>True for a case drawn at random, whose request says more than what it is about.</summary>
    public bool IsRandom { get; init; }

    /// <summary>The ids of the cases whose edges the request carries all at once; none for an ordinary case.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];

    /// <summary>True where the request honours the contract in every respect.</summary>
    public bool IsValid => Mutation is null;
}
