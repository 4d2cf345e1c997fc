using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Listens to a run and turns what it saw into a contract: one interaction for each distinct shape, from passed cases
/// alone. The same description gives the same files, whatever the order of events, the concurrency and the seed.
/// </summary>
/// <param name="examples">The documented example of an operation's body; none by default.</param>
/// <param name="size">All shapes by default.</param>
public sealed class PactRecorder(
    SchemaLibrary schemas,
    Func<Operation, JsonNode?>? examples = null,
    IPactWriter? writer = null,
    ContractSize size = ContractSize.AllShapes
) : IRunListener
{
    /// <summary>The verifier slows down with every interaction in a file.</summary>
    internal const int MostInOneFile = 100;

    private readonly Lock _adding = new();
    private readonly Dictionary<string, (int Rank, RunEvent.CaseJudged Judged)> _chosen = new(StringComparer.Ordinal);
    private readonly IPactWriter _writer = writer ?? new CorePactWriter();
    private readonly InteractionMaker _maker = new(schemas, examples ?? (_ => null), size);

    /// <summary>Whether what was judged is a part of a run, whose files are marked and not published.</summary>
    public bool IsPart { get; set; }

    /// <summary>Takes note of what was judged, and of nothing else.</summary>
    public void OnEvent(RunEvent happened)
    {
        if (happened is RunEvent.CaseJudged judged)
        {
            Add(judged);
        }
    }

    /// <summary>Takes note of one judged case; most are of no interest. Safe to call from several threads.</summary>
    public void Add(RunEvent.CaseJudged judged)
    {
        // What carries many edges at once is no shape of its own.
        if (judged.Within is not null)
        {
            return;
        }

        if (!IsAsDocumented(judged) || Shape.Of(judged.Case) is not { } shape || !InteractionMaker.CanMake(judged))
        {
            return;
        }

        lock (_adding)
        {
            if (!_chosen.TryGetValue(shape.Key, out var other) || IsBetter(shape.Rank, judged, other))
            {
                _chosen[shape.Key] = (shape.Rank, judged);
            }
        }
    }

    // What a policy tolerates about a documented rejection is something beside it, such as input repeated in the
    // error.
    private static bool IsAsDocumented(RunEvent.CaseJudged judged) =>
        judged.Verdict is Verdict.Passed
        || (
            judged is { Verdict: Verdict.Tolerated, Case.Expectation: Expectation.Rejected rejected }
            && judged.Exchange?.Answer?.Status == rejected.Status
        );

    /// <summary>What would be recorded now, in the order of the keys.</summary>
    public IReadOnlyList<Interaction> Interactions()
    {
        List<(string Key, (int Rank, RunEvent.CaseJudged Judged) Value)> chosen;
        lock (_adding)
        {
            chosen = [.. _chosen.Select(c => (c.Key, c.Value))];
        }

        var distinct = Sized(
            chosen
                .OrderBy(c => c.Value.Rank)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new RecordedShape(c.Key, c.Value.Judged.Case, _maker.Make(c.Key, c.Value.Judged)))
                .DistinctBy(c => InteractionMaker.RequestText(c.Interaction))
        );
        return
        [
            .. distinct
                .GroupBy(c => c.Interaction.Description)
                .SelectMany(g => g.Count() == 1 ? g.Select(c => c.Interaction) : g.Select(WithKind))
                .OrderBy(i => i.Key, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<RecordedShape> Sized(IEnumerable<RecordedShape> shapes) =>
        size == ContractSize.AllShapes
            ? shapes
            : shapes.GroupBy(s => s.Case.Operation.Name).SelectMany(g => ConsumerSelection.Of([.. g]));

    /// <summary>
    /// Writes the pact files of <paramref name="names"/> into <paramref name="folder"/>, which is made where missing.
    /// Files written there before by this class for the same names give way; nothing is merged. None where no case
    /// passed.
    /// </summary>
    /// <exception cref="UnusableInputException">A name is empty, the folder cannot be written, or Pact's core is
    /// missing.</exception>
    public Task<IReadOnlyList<PactFile>> WriteAsync(
        string folder,
        PactNames names,
        CancellationToken cancellation = default
    )
    {
        names.Demand();
        var interactions = Interactions().Where(_writer.Takes).ToList();
        return Task.Run<IReadOnlyList<PactFile>>(
            () => new PactFolder(folder, names, _writer) { IsPart = IsPart }.Write(interactions, cancellation),
            cancellation
        );
    }

    private static bool IsBetter(int rank, RunEvent.CaseJudged judged, (int Rank, RunEvent.CaseJudged Judged) other) =>
        rank < other.Rank || (rank == other.Rank && string.CompareOrdinal(judged.Case.Id, other.Judged.Case.Id) < 0);

    private static Interaction WithKind(RecordedShape shape) =>
        shape.Interaction with
        {
            Description = $"{shape.Interaction.Description} ({shape.Case.Kind.Replace('-', ' ')})",
        };
}
