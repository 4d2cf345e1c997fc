using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Sequences.Relations;
using Thymia.Conformance.Sequences.Values;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>What a configuration makes of a description: its operations, their constraints and their cases.</summary>
public sealed class RunPlan
{
    /// <summary>Why the embedded provider is judged strictly, as a clause.</summary>
    public const string DefaultPolicyReason = "as the embedded provider is of no framework";

    private const int MaxUntestedShown = 20;

    private readonly ConformanceOptions _options;
    private readonly CheckChoice _checks;
    private readonly CaseGuard _guard;
    private readonly ConcurrentDictionary<Uri, TokenSource> _tokens = new();
    private ValueBook _values = ValueBook.Empty;
    private RelationTable? _relations;
    private readonly SecondOpinion _second;
    private readonly IReadOnlyList<CaseGenerator> _generators;
    private readonly Lazy<IReadOnlyList<ConstraintPlan>> _constraints;
    private readonly PlannedCases _cases;

    private RunPlan(
        ConformanceOptions options,
        ApiDescription description,
        RuleBook rules,
        IEnumerable<string> notes,
        CancellationToken cancellation
    )
    {
        _options = options;
        Description = description;
        var secrets = ConfiguredSecrets.Of(description, options.Credentials, options.ApiKey, options.Clients.Keys);
        var chosen = options.Operations.Of(description);
        Library = new SchemaLibrary(description);
        Rules = rules.Bound(description, Library);
        if (Rules.FirstOrDefault(r => CheckCatalogue.IsOfAnyApi(r.Id)) is { } rule)
        {
            throw RuleReader.Unusable(rule, "has the id of a check", "give it another id");
        }

        _checks = new CheckChoice { Wanted = options.Checks, Skipped = options.SkippedChecks }.With(options.Severities);
        _checks.Demand([.. new Judge(Library, new JudgeOptions { Rules = Rules }).Checks.Select(c => c.Id)]);
        _guard = new CaseGuard(Library);
        _second = new SecondOpinion(description, Library);
        var leftOut = options.Operations.LeftOutOf(description).ToList();
        var parts = new List<LeftOutPart>();
        var answers = new JudgeableAnswers(Library, parts);
        var planning = new OperationPlanning(description, options.MaxCases, Planned);
        _generators = planning.Plan(
            [
                .. chosen.Select(o =>
                    answers.Of(
                        ConfiguredSecrets.Choose(o, secrets) is var wanted && wanted.SequenceEqual(o.Credentials)
                            ? o
                            : o with
                            {
                                Credentials = wanted,
                            }
                    )
                ),
            ],
            new CaseLimits { MaxBytes = options.MaxCaseBytes, Cancellation = cancellation }
        );
        Operations = [.. _generators.Select(g => g.Operation)];
        leftOut.AddRange(planning.LeftOut);
        LeftOut = leftOut;
        var named = leftOut.Find(options.Operations.Names);
        if (named is not null || (leftOut.Count > 0 && (Operations.Count == 0 || options.StrictDescription)))
        {
            throw (named ?? leftOut[0]).Fault;
        }

        CredentialNotes = [.. Running.CredentialNotes.Of(Operations, secrets, options), .. notes];
        var tested = Operations.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        LeftOutParts = [.. description.LeftOutParts.Concat(parts).Where(p => tested.Contains(p.Operation))];
        _cases = new PlannedCases(options, Seed, _generators, c => Contradiction(c) ?? Disagreement(c));
        _constraints = new(() => [.. _generators.SelectMany(g => _cases.ConstraintsOf(g, Library))]);
    }

    public ApiDescription Description { get; }

    /// <summary>Those to be tested, in the order of the document.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>What is planned for each of them, in the same order.</summary>
    public IEnumerable<OperationPlan> OperationPlans =>
        _generators.Select(g => new OperationPlan(
            g.Operation,
            g.Enumerated.Count(p => p.IsValid),
            g.Enumerated.Count(p => !p.IsValid),
            g.Untested
        ));

    /// <summary>Those that are not tested, each with the fault of the description that keeps it from being.</summary>
    public IReadOnlyList<LeftOutOperation> LeftOut { get; }

    /// <summary>Parts of the tested operations that are not tested or judged.</summary>
    public IReadOnlyList<LeftOutPart> LeftOutParts { get; }

    /// <summary>Which secrets go where, and which are missing: sentences; none where there is one scheme at
    /// most.</summary>
    public IReadOnlyList<string> CredentialNotes { get; }

    public SchemaLibrary Library { get; }

    /// <summary>
    /// What is worth a second look in the description: sentences, each with its line where it has one.
    /// </summary>
    public IEnumerable<string> Remarks =>
        Description.Remarks.Concat(Library.Remarks).Concat(Few([.. _generators.SelectMany(g => g.Untested)]));

    /// <summary>What the API promises in prose, by the rules that were found for it.</summary>
    internal IReadOnlyList<Rule> Rules { get; }

    /// <summary>Every check that its answers are put to, rules included.</summary>
    public IReadOnlyList<CheckDescription> Checks =>
        new Judge(Library, new JudgeOptions { Rules = Rules, Checks = _checks }).Checks;

    /// <summary>What is known to deviate.</summary>
    public IReadOnlyList<Deviation> Deviations { get; private set; } = [];

    public Seed Seed => new(_options.Seed);

    /// <summary>
    /// Every case, not made yet: of each operation the enumerated ones, then the random ones; near the beginning those
    /// that carry the edges of others, where calls are limited.
    /// </summary>
    public IEnumerable<CasePlan> Cases => _cases.All;

    /// <inheritdoc cref="PlannedCases.Listed"/>
    internal IEnumerable<CasePlan> Listed => _cases.Listed;

    /// <inheritdoc cref="PlannedCases.PackedOf"/>
    internal IReadOnlyList<PackedRow> PackedOf(Shard? shard) => _cases.PackedOf(shard);

    /// <summary>The requests of this part that carry the edges of others, with more calls than configured.</summary>
    internal IReadOnlyList<PackedRow> PackedWith(int further) => _cases.PackedOf(_options.Shard, further);

    /// <summary>What each operation demands of requests, and how the enumerated cases break it.</summary>
    public IReadOnlyList<ConstraintPlan> Constraints => _constraints.Value;

    public int Total => _cases.Total;

    /// <summary>True where only some of the cases are wanted.</summary>
    public bool IsSelective => _cases.IsSelective;

    /// <summary>True where the run is about a selection or a part of the cases, and shows no whole contract.</summary>
    public bool IsPart => IsSelective || _options.Shard is { Count: > 1 };

    /// <exception cref="UnusableInputException">
    /// The description cannot be read or judged, or has no such operation; or the known deviations cannot be read.
    /// </exception>
    public static RunPlan Read(ConformanceOptions options, CancellationToken cancellation = default)
    {
        var file = options.Description ?? DescriptionReader.ShippedContract;
        var description = DescriptionSource.Read(options) with { IgnoredKeywords = options.IgnoredKeywords };
        var book = RuleBook.For(options.Rules, file, description);
        var values = ValueBook.For(options.Values, file, options.Variables);
        var notes = ConfiguredHeaders.Notes(description, options.Headers).ToList();
        description = ConfiguredHeaders.AppliedTo(values.AppliedTo(book.AppliedTo(description)), options.Headers);
        var plan = new RunPlan(options, description, book, notes, cancellation) { _values = values };
        plan.Deviations = options.Deviations is null or "none"
            ? []
            : DeviationReader.ReadAll(options.Deviations, plan.Rules.Select(r => r.Id));
        return plan.Total > 0 || !plan.IsSelective || plan._cases.AreElsewhere
            ? plan
            : throw new UnusableInputException(
                "no-case-chosen",
                "no case meets the conditions",
                options.Filter is null
                    ? SettingCatalogue.Only.Option!
                    : $"{SettingCatalogue.Filter.Option} {options.Filter}",
                "see thymia-conformance constraints for locations and keywords, or generate for all cases"
            );
    }

    /// <summary>The enumerated cases of each operation, then this many random ones.</summary>
    public IEnumerable<CasePlan> Draw(int random) => _cases.Draw(random);

    /// <summary>Why a case is not what it says; null where it is.</summary>
    public string? Contradiction(TestCase testCase) => _guard.Contradiction(testCase);

    /// <summary>
    /// Why the case is not to be sent although it is what it says: another engine disagrees; null where it does
    /// not.
    /// </summary>
    public string? Disagreement(TestCase testCase) => _second.Disagreement(testCase);

    /// <summary>What fetches tokens for one provider; null where no client is configured.</summary>
    /// <exception cref="UnusableInputException">Nobody knows where, or it is nowhere to trust.</exception>
    public TokenSource? TokensFor(Uri baseUrl) =>
        _options.Clients.Count == 0
            ? null
            : _tokens.GetOrAdd(baseUrl, url => new TokenSource(
                TokenClients.Of(Description, _options, url),
                _options.Tokens
            )
            {
                TimeOut = _options.Timeout,
                Authorities = _options.CaFile is { } file ? AuthorityFile.Read(file) : null,
            });

    /// <summary>The run of these cases against one provider.</summary>
    /// <param name="apiKey">The key to send; null sends none.</param>
    public RunOptions For(Uri baseUrl, string? apiKey)
    {
        var judging = ProviderSettings.Judging(this, _options, _checks, apiKey);
        return new()
        {
            FrameworkProbes = () => Probes.OfFramework(),
            OperationProbes = () => Probes.OfOperations(),
            Description = Description,
            Seed = Seed,
            Cases = Cases,
            Packed = _cases.Packed,
            Indispensable = _generators.Select(g => g.Indispensable).OfType<string>().ToHashSet(StringComparer.Ordinal),
            Total = Total,
            Constraints = Constraints,
            LeftOut = LeftOut,
            Guard = Contradiction,
            SecondOpinion = Disagreement,
            MaxDuration = Politeness.DurationOf(_options),
            Judging = judging,
            Sequences = Sequences with { Secrets = Secrets.OfKeys(judging.ApiKey, judging.Secrets, "[key]") },
            Deviations = Deviations,
            StrictDeviations = _options.StrictDeviations,
            RetryTimeouts = _options.RetryTimeouts,
            Replay = ProviderSettings.Replay(this, _options, _values, baseUrl, apiKey),
        };
    }

    private CaseGenerator Planned(Operation operation, CaseLimits limits)
    {
        Library.Prepare(operation);
        return new CaseGenerator(Description, operation, Library, Seed, Example(operation), limits);
    }

    // Who wants all of them asks for one operation.
    private static IEnumerable<string> Few(IReadOnlyList<string> untested) =>
        untested.Count <= MaxUntestedShown
            ? untested
            : untested
                .Take(MaxUntestedShown)
                .Append(
                    $"{untested.Count - MaxUntestedShown} more places are not tested; choose an --operation to see "
                        + "its own"
                );

    /// <summary>What the operations have to do with one another.</summary>
    public RelationTable Relations => _relations ??= new RelationFinder(Sendable, Library, _values.Relations).Find();

    private SequencePlan Sequences =>
        new()
        {
            Relations = Relations,
            Requests = new OrdinaryRequests(Library, Seed),
            Library = Library,
            Keeps = _options.Keep,
            HasOtherCaller = _options.OtherApiKey is not null,
            Expendable = _values.ExpendableParameters,
        };

    // All operations, as they are to be sent where they are tested.
    private IReadOnlyList<Operation> Sendable =>
        [.. Description.Operations.Select(o => Operations.FirstOrDefault(u => u.Name == o.Name) ?? o)];

    private ProviderProbes Probes => new(Sendable, Library, Seed);

    /// <summary>Whether somebody asked for a policy.</summary>
    public bool IsPolicyConfigured => _options.Policy is not null;

    /// <summary>The policy asked for, or else the one of such a provider.</summary>
    /// <param name="embedded">Whether it is the reference provider, which no framework wrote.</param>
    public string PolicyName(bool embedded) => _options.Policy ?? (embedded ? "strict" : PolicyChoice.Auto);

    /// <summary>
    /// The documented example of the body that the description itself lacks; null where there is none.
    /// </summary>
    public JsonNode? Example(Operation operation) => DocumentedExamples.For(operation, Library);
}
