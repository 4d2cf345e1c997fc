using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Plans the cases of operations, and finds out which of them can be tested: a schema of a request that cannot be
/// judged, or that nothing fits, shows when its cases are planned.
/// </summary>
/// <param name="maxCases">How many cases of each there are at most; null divides what a run should have.</param>
/// <param name="generator">Makes what plans an operation, within limits.</param>
internal sealed class OperationPlanning(
    ApiDescription description,
    int? maxCases,
    Func<Operation, CaseLimits, CaseGenerator> generator
)
{
    private readonly List<CaseGenerator> _begun = [];
    private readonly List<LeftOutOperation> _leftOut = [];
    private readonly HashSet<CaseGenerator> _planned = [];

    /// <summary>Those that cannot be tested.</summary>
    public IReadOnlyList<LeftOutOperation> LeftOut => _leftOut;

    /// <summary>What plans each of those that can be tested, in their order.</summary>
    /// <param name="limits">The other limits of each.</param>
    public IReadOnlyList<CaseGenerator> Plan(IReadOnlyList<Operation> chosen, CaseLimits limits)
    {
        foreach (var operation in chosen)
        {
            Attempt(operation, () => _begun.Add(Begin(operation, limits with { })));
        }

        // What small operations do not need is left for the others.
        var shares = new CaseShares(maxCases, _begun.Count);
        foreach (var begun in _begun.OrderBy(g => g.Places))
        {
            Attempt(begun.Operation, () => Finish(begun, shares));
        }

        return [.. _begun.Where(_planned.Contains)];
    }

    private CaseGenerator Begin(Operation operation, CaseLimits limits)
    {
        var begun = generator(operation, limits);
        return begun.Problem is not { } problem ? begun : throw Unsatisfiable(operation, problem);
    }

    private void Finish(CaseGenerator begun, CaseShares shares)
    {
        var count = 0;
        try
        {
            begun.Limits.MaxCases = shares.Next(begun.Places);
            count = begun.Enumerated.Count;
            _planned.Add(begun);
        }
        finally
        {
            shares.Take(count);
        }
    }

    private void Attempt(Operation operation, Action step)
    {
        try
        {
            step();
        }
        catch (UnusableInputException e)
        {
            _leftOut.Add(new LeftOutOperation(operation.Name, e) { Operation = operation });
        }
    }

    // A body that nothing fits is a fault of the description.
    private UnusableInputException Unsatisfiable(Operation operation, Solution.Failed problem) =>
        new(
            problem.IsProven ? "nothing-fits" : "nothing-found",
            (problem.IsProven ? "no finite value fits" : "no value was found that fits")
                + $" what {operation.Name} takes: {problem.Reason} ({SchemaNames.Of(problem.Pointer)})",
            description.PlaceOf(problem.Pointer.Length > 0 ? problem.Pointer : operation.Pointer),
            problem.IsProven ? "correct the schema" : "simplify the schema there"
        );
}
