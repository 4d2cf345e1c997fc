using Thymia.Conformance.Generation;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Reports.Model.Coverage;

/// <summary>Which constraints a run has put to the test, and in which ways.</summary>
public sealed class RunCoverage
{
    private readonly List<ConstraintCoverage> _constraints = [];
    private readonly Dictionary<(string Operation, string Id), ConstraintCoverage> _byId = [];
    private readonly SortedDictionary<string, EdgeCoverage> _edges = new(StringComparer.Ordinal);

    /// <summary>In the order of the description; all there are, met by a case or not.</summary>
    public IReadOnlyList<ConstraintCoverage> Constraints => _constraints;

    /// <summary>How many constraints were broken in all their ways and judged.</summary>
    public int Covered => _constraints.Count(c => c.IsCovered);

    /// <summary>The edges of valid requests, by what they are about.</summary>
    public IReadOnlyCollection<EdgeCoverage> Edges => _edges.Values;

    internal void Add(RunEvent happened)
    {
        if (CaseOf(happened) is { IsValid: true } edge && IsEdge(edge))
        {
            (
                _edges.TryGetValue(edge.Keyword, out var known)
                    ? known
                    : _edges[edge.Keyword] = new EdgeCoverage(edge.Keyword)
            ).Add(happened);
        }

        if (happened is RunEvent.RunStarted started)
        {
            started.Constraints.ToList().ForEach(Expect);
        }
        else if (CaseOf(happened) is { Mutation: { } mutation } broken)
        {
            Of(broken.Operation.Name, mutation.Constraint).Kind(mutation.Kind).Add(happened);
        }
    }

    // Combinations and packed requests are made of edges, and are none.
    private static bool IsEdge(TestCase valid) =>
        valid is { IsRandom: false, Tier: not Tier.SchemaOnly, Carries.Count: 0, Keyword: not "combination" };

    private void Expect(ConstraintPlan plan)
    {
        var constraint = Of(plan.Operation.Name, plan.Constraint);
        foreach (var kind in plan.Kinds)
        {
            constraint.Kind(kind);
        }
    }

    private ConstraintCoverage Of(string operation, Constraint constraint)
    {
        var key = (operation, constraint.Id);
        if (!_byId.TryGetValue(key, out var known))
        {
            _byId[key] = known = new ConstraintCoverage(operation, constraint);
            _constraints.Add(known);
        }

        return known;
    }

    private static TestCase? CaseOf(RunEvent happened) =>
        happened switch
        {
            RunEvent.CaseJudged judged => judged.Case,
            RunEvent.CaseDiscarded discarded => discarded.Case,
            _ => null,
        };
}
