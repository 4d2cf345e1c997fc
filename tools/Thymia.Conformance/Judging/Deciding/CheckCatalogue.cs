using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Errors;
using Thymia.Conformance.Judging.Http;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Sequels;
using Thymia.Conformance.Judging.Tolerances;

namespace Thymia.Conformance.Judging.Deciding;

/// <summary>
/// All checks in the order they are asked. One cause gives one finding: a check is not asked where one that it names in
/// <see cref="CheckDescription.SilencedBy"/> has found something. Leaks, latency and stability are asked of every
/// answer; then comes whether the status is of the right kind, then the form of the answer, then its content.
/// </summary>
public static class CheckCatalogue
{
    private static readonly CheckDescription[] OfAnyApi =
    [
        .. Create(new JudgeOptions(), new PolicyChoice("strict")).Select(c => c.Description),
    ];

    private static readonly Lazy<IReadOnlyList<CheckDescription>> Whole = new(() =>
        [
            .. OfAnyApi,
            .. RuleChecks
                .Of(new JudgeOptions { Rules = [.. RuleReader.Shipped.SelectMany(s => s.Rules)] })
                .Select(c => c.Description)
                .DistinctBy(c => c.Id),
        ]
    );

    /// <summary>In the order of asking: those of any API, then the rules that come with the suite.</summary>
    public static IReadOnlyList<CheckDescription> All => Whole.Value;

    /// <summary>The check of that id; null where there is none.</summary>
    public static CheckDescription? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>
    /// The checks whose finding leaves that one unasked; a check that is not in the catalogue is a rule.
    /// </summary>
    public static IReadOnlyList<string> SilencersOf(string id) => Find(id)?.SilencedBy ?? Outcomes.All;

    /// <summary>Whether that is the id of a check that is asked of every API, rather than of a rule.</summary>
    public static bool IsOfAnyApi(string id) => Array.Exists(OfAnyApi, c => c.Id == id);

    /// <summary>The id of the check that decides whether the case was rightly accepted or refused.</summary>
    public static string OwnerOf(TestCase testCase) => Outcomes.OwnerOf(testCase);

    internal static IReadOnlyList<ICheck> Create(JudgeOptions options, PolicyChoice policy) =>
        [
            new KeyNotEchoed(options),
            new PersonalDataNotEchoed(options),
            new Latency(options),
            new Stable(),
            new HeadOfLine(),
            new NoServerError(),
            new ValidAccepted(options),
            new InvalidRejected(),
            new KeyRequired(),
            new KeyEnforced(options),
            new MethodNotAllowed(),
            new UnknownPath(),
            new AllowListed(),
            new HeaderOnce(),
            new NamesOnce(),
            new InternalsHidden(),
            new StatusDocumented(),
            new ContentTypeDocumented(),
            new ResponseSchema(),
            new PersonalAnswersPrivate(),
            new ErrorStructure(),
            new ErrorLocation(),
            new ErrorComplete(),
            new ErrorVocabulary(policy),
            new NoAnswer(),
            new ReadableAfterCreate(),
            new Updated(),
            new GoneAfterDelete(),
            new DeleteTwice(),
            new Listed(),
            new Idempotent(),
            new OtherCallerRefused(),
            .. RuleChecks.Of(options),
        ];
}
