using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Running;

/// <summary>Which cases of its operations a run has, in which order; none of them made yet.</summary>
internal sealed class PlannedCases
{
    // What shows whether anybody is there, and of what kind, goes before what is worth more.
    private const int FirstCases = 2;

    private readonly ConformanceOptions _options;
    private readonly IReadOnlyList<CaseGenerator> _generators;
    private readonly CallPacking _packing;
    private readonly Lazy<IReadOnlyList<PackedRow>> _packed;
    private readonly Lazy<int> _total;

    /// <param name="obstacle">Why a case cannot be sent as what it says it is; null where it can.</param>
    public PlannedCases(
        ConformanceOptions options,
        Seed seed,
        IReadOnlyList<CaseGenerator> generators,
        Func<TestCase, string?> obstacle
    )
    {
        _options = options;
        _generators = generators;
        _packing = new CallPacking(options, seed, obstacle);
        Selection = new CaseSelection(options);
        _packed = new(() => PackedOf(options.Shard));
        _total = new(() =>
            IsSelective || options.Shard is not null
                ? All.Count()
                : Packed.Count + generators.Sum(g => g.Enumerated.Count + options.Random)
        );
    }

    /// <summary>Those that the configuration chooses.</summary>
    public CaseSelection Selection { get; }

    /// <summary>
    /// Of each operation the enumerated ones, then the random ones; near the beginning those that carry the edges of
    /// others, where calls are limited.
    /// </summary>
    public IEnumerable<CasePlan> All =>
        Listed.Take(FirstCases).Concat(Packed.Select(r => r.Plan)).Concat(Listed.Skip(FirstCases));

    /// <summary>The same without those that carry others.</summary>
    public IEnumerable<CasePlan> Listed =>
        Politeness.DurationOf(_options) is null
            ? Draw(_options.Random)
            : TellingOrder
                .Of(
                    [.. _generators.Select(g => g.Enumerated)],
                    _generators.Select(g => g.Plan(_options.Random).Skip(g.Enumerated.Count))
                )
                .Where(IsChosen);

    /// <summary>The requests of this part of the run that carry the edges of others.</summary>
    public IReadOnlyList<PackedRow> Packed => _packed.Value;

    public int Total => _total.Value;

    /// <summary>True where only some of the cases are wanted.</summary>
    public bool IsSelective => _options.Only != ChosenCases.All || _options.Filter is not null;

    /// <summary>True where another part has cases: a selection may leave this one without any.</summary>
    public bool AreElsewhere =>
        _options.Shard is not null && _generators.SelectMany(g => g.Plan(_options.Random)).Any(Selection.Holds);

    /// <summary>The enumerated cases of each operation, then this many random ones.</summary>
    public IEnumerable<CasePlan> Draw(int random) => _generators.SelectMany(g => g.Plan(random)).Where(IsChosen);

    /// <summary>The requests that carry the edges of a part of the run, or of the whole where it is null.</summary>
    /// <param name="further">How many calls more than configured.</param>
    public IReadOnlyList<PackedRow> PackedOf(Shard? shard, int further = 0) =>
        _packing.Of(_generators, shard, Selection.Holds, further);

    /// <summary>What an operation demands of requests. What the protocol around the schema demands shows in the cases
    /// that break it.</summary>
    public IEnumerable<ConstraintPlan> ConstraintsOf(CaseGenerator generator, SchemaLibrary library)
    {
        var operation = generator.Operation;
        var broken = generator
            .Enumerated.Where(p => !p.IsValid && Selection.Holds(p))
            .Select(p => p.Make().Mutation!)
            .ToLookup(m => m.Constraint.Id);
        var ofBody = operation.Body is { } body ? ConstraintExtraction.Of(library.At(body.SchemaPointer).Root) : [];
        return ofBody
            .Concat(broken.Select(b => b.First().Constraint))
            .DistinctBy(c => c.Id)
            .Select(c => new ConstraintPlan(operation, c, [.. broken[c.Id].Select(m => m.Kind)]))
            .Where(c => c.Kinds.Count > 0 || !IsSelective);
    }

    private bool IsChosen(CasePlan plan) => _options.Shard?.Holds(plan.Id) != false && Selection.Holds(plan);
}
