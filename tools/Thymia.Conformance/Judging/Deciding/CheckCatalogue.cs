using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Errors;
using Thymia.Conformance.Judging.Http;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Tolerances;

namespace Thymia.Conformance.Judging.Deciding;

/// <summary>
/// All checks in the order they are asked. One cause gives one finding: a check is not asked where one that it names in
/// <see cref="CheckDescription.SilencedBy"/> has found something. Leaks, latency and stability are asked of every
/// answer; then comes whether the status is of the right kind, then the form of the answer, then its content.
/// </summary>
public static class CheckCatalogue
{
    /// <summary>In the order of asking.</summary>
    public static IReadOnlyList<CheckDescription> All { get; } =
        [.. Create(new JudgeOptions(), new PolicyChoice("strict")).Select(c => c.Description)];

    /// <summary>The check of that id; null where there is none.</summary>
    public static CheckDescription? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>The id of the check that decides whether the case was rightly accepted or refused.</summary>
    public static string OwnerOf(TestCase testCase) => Outcomes.OwnerOf(testCase);

    internal static IReadOnlyList<ICheck> Create(JudgeOptions options, PolicyChoice policy) =>
    [
        new KeyNotEchoed(options),
        new PersonalDataNotEchoed(),
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
        new StatusDocumented(),
        new ContentTypeDocumented(),
        new ResponseSchema(),
        new ErrorStructure(),
        new ErrorLocation(),
        new ErrorComplete(),
        new ErrorVocabulary(policy),
        new Echo(),
        new ActivityLink(),
        new CreatedAt(options),
        new IdUnique(),
    ];
}
