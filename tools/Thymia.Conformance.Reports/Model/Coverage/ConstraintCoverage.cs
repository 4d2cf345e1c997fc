using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Reports.Model.Coverage;

/// <summary>In which ways one constraint was broken, and how that went.</summary>
public sealed class ConstraintCoverage
{
    private readonly SortedDictionary<string, KindCoverage> _kinds = new(StringComparer.Ordinal);

    internal ConstraintCoverage(string operation, Constraint constraint)
    {
        Operation = operation;
        Constraint = constraint;
    }

    /// <summary><c>POST /v1/calls</c>.</summary>
    public string Operation { get; }

    public Constraint Constraint { get; }

    /// <summary>By name.</summary>
    public IReadOnlyCollection<KindCoverage> Kinds => _kinds.Values;

    /// <summary>True where there is a kind of break, and an answer to each was judged.</summary>
    public bool IsCovered => Kinds.Count > 0 && Kinds.All(k => k.Judged > 0);

    internal KindCoverage Kind(string kind) =>
        _kinds.TryGetValue(kind, out var known) ? known : _kinds[kind] = new KindCoverage(kind);
}
