using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Model.Causes;

namespace Thymia.Conformance.Reports.Model;

/// <summary>
/// Findings of one cause: of the same check and explained by one common trait of the requests, or at the same place
/// and demanding the same.
/// </summary>
/// <param name="When">When the check fails, such as <c>whenever webhookUrl is absent</c>; null where each finding
/// speaks for itself.</param>
public sealed record FindingGroup(string Check, string? When, IReadOnlyList<ReportedFinding> Findings)
{
    private const string Unenforced = "invalid-rejected";
    private const int MinDigitsOfId = 4;

    /// <summary>
    /// The one to show: what the contract's letter demands before what sense does, what is missing or wrong in one
    /// place before what is wrong as a whole, and the shortest request, so that a reader has least to read.
    /// </summary>
    public ReportedFinding Example { get; } =
        Findings
            .OrderBy(f => f.Finding.Check == Check ? 0 : 1)
            .ThenBy(f => f.Case.Expectation is Expectation.Refused ? 1 : 0)
            .ThenBy(f => ReadingOf(f.Case))
            .ThenBy(f => f.Shown.Request.Body?.Length ?? 0)
            .ThenBy(f => f.Case.Id, StringComparer.Ordinal)
            .First();

    /// <summary>How many cases led to it.</summary>
    public int Cases => Findings.Select(f => f.Finding.CaseId).Distinct().Count();

    /// <summary>The cause in one sentence.</summary>
    public string Sentence =>
        When is null
            ? Example.Finding.Sentence
            : $"{Example.Finding.Operation}, {When}: found {Example.Finding.Found}, expected "
                + $"{Example.Finding.Expected} ({Example.Finding.Source})";

    // What was expected may quote a value that differs from case to case, so it is no part of the cause.
    private (string, string, string, string) Demand =>
        (Check, Example.Finding.Operation, PatternOf(Example.Finding.Place), Example.Finding.Source);

    // A body that is cut or scrambled says less to a reader than a member that is missing or wrong.
    private static int ReadingOf(TestCase testCase) =>
        testCase switch
        {
            { Keyword: "json" or "encoding" or "contentType" or "requestBody" } => 4,
            { Kind: KindNames.WrongBesideMalformedBody } => 4,
            { Mutation.Location: { Part: "body", Pointer: "" } } => 3,
            { Mutation.Further: not null } => 2,
            { Mutation.Constraint.Keyword: "required", Kind: "absent" } => 0,
            _ => 1,
        };

    // Ids and numbered names are those of a map's members: one fault of them all is one place.
    private static string PatternOf(string place) =>
        string.Join('/', place.Split('/').Select((s, i) => i > 0 && IsGenerated(s) ? "*" : s));

    private static bool IsGenerated(string name) =>
        name.Count(char.IsAsciiDigit) >= MinDigitsOfId
        || (
            name.LastIndexOfAny(['-', '_']) is >= 0 and var dash
            && dash < name.Length - 1
            && name[(dash + 1)..].All(char.IsAsciiDigit)
        );

    /// <summary>The largest group first; groups of one size by check and place.</summary>
    internal static IReadOnlyList<FindingGroup> Of(IReadOnlyList<ReportedFinding> findings, CommonCauses causes)
    {
        var explained = ConsequencesOf(findings);
        var consequences = explained.SelectMany(e => e).ToHashSet<ReportedFinding>(ReferenceEqualityComparer.Instance);
        var told = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Apart(findings.Where(f => !consequences.Contains(f)), causes)
                .Select(g =>
                    g.Check == Unenforced
                        ? g with
                        {
                            Findings =
                            [
                                .. g.Findings,
                                .. g.Findings.Select(ConstraintOf).Where(told.Add).SelectMany(c => explained[c]),
                            ],
                        }
                        : g
                )
                .ToList()
                .GroupBy(g => g.Demand)
                .SelectMany(Joined)
                .OrderByDescending(g => g.Cases)
                .ThenBy(g => g.Check, StringComparer.Ordinal)
                .ThenBy(g => g.Example.Case.Id, StringComparer.Ordinal),
        ];
    }

    // Causes are sought once for each kind of request that a check fails for, not for each finding.
    private static IEnumerable<FindingGroup> Apart(IEnumerable<ReportedFinding> findings, CommonCauses causes) =>
        findings
            .GroupBy(f => (f.Finding.Check, f.Finding.Operation, Kind: KindOf(f)))
            .GroupBy(g =>
                (g.Key.Check, g.Key.Operation, When: WhenOf(g.Key.Check, g.Key.Kind, causes.Of(g.Key.Operation)))
            )
            .SelectMany(g =>
                g.Key.When is null
                    ? ByPlace(g.SelectMany(f => f))
                    : [new FindingGroup(g.Key.Check, g.Key.When, [.. g.SelectMany(f => f)])]
            );

    /// <summary>
    /// A constraint that is not enforced is not blamed either where it is broken beside another: findings about such a
    /// pair, by the constraint that explains them.
    /// </summary>
    private static ILookup<string, ReportedFinding> ConsequencesOf(IReadOnlyList<ReportedFinding> findings)
    {
        var unenforced = findings
            .Where(f => f.Finding.Check == Unenforced && f.Case.Mutation?.Further is null)
            .Select(ConstraintOf)
            .ToHashSet(StringComparer.Ordinal);
        return findings
            .Where(f => f.Case.Mutation?.Further is not null)
            .Select(f => (Finding: f, Cause: ConstraintsOf(f).FirstOrDefault(unenforced.Contains)))
            .Where(f => f.Cause is not null)
            .ToLookup(f => f.Cause!, f => f.Finding);
    }

    private static string ConstraintOf(ReportedFinding finding) =>
        $"{finding.Finding.Operation} {finding.Case.Mutation?.Constraint.Id}";

    private static IEnumerable<string> ConstraintsOf(ReportedFinding finding) =>
        finding.Case.Mutation!.WithFurther.Select(m => $"{finding.Finding.Operation} {m.Constraint.Id}");

    /// <summary>
    /// The findings of few requests, by place alone; what is found within a place found already belongs to it.
    /// </summary>
    internal static IEnumerable<FindingGroup> ByPlace(IEnumerable<ReportedFinding> findings)
    {
        var apart = findings
            .GroupBy(f => (f.Finding.Check, f.Finding.Operation, Place: PatternOf(f.Finding.Place), f.Finding.Source))
            .ToList();
        var places = apart.Select(g => g.Key).ToLookup(k => (k.Check, k.Operation, k.Source));
        return apart
            .GroupBy(g =>
                places[(g.Key.Check, g.Key.Operation, g.Key.Source)]
                    .Where(o =>
                        o.Place == g.Key.Place || g.Key.Place.StartsWith(o.Place + "/", StringComparison.Ordinal)
                    )
                    .MinBy(o => o.Place.Length)
            )
            .Select(g => new FindingGroup(g.Key.Check, null, [.. g.SelectMany(f => f)]));
    }

    // What fails whenever something is so, and also elsewhere with the same words, has one cause.
    private static IEnumerable<FindingGroup> Joined(IEnumerable<FindingGroup> alike) =>
        alike.OrderBy(g => g.When is null).ToList() is [{ When: not null } first, { When: null } elsewhere, ..] all
            ? [first with { Findings = [.. first.Findings, .. elsewhere.Findings] }, .. all.Skip(2)]
            : alike;

    private static (bool IsValid, bool IsRejected, bool IsOfRequest) KindOf(ReportedFinding finding) =>
        (
            finding.Case.IsValid,
            finding.Case.Expectation is Expectation.Rejected,
            finding.Finding.Location.StartsWith("request", StringComparison.Ordinal)
        );

    // What is found in answers has a place of its own; what is said of requests may be true of them all.
    private static string? WhenOf(
        string check,
        (bool IsValid, bool IsRejected, bool IsOfRequest) kind,
        CommonCause causes
    ) =>
        kind switch
        {
            { IsValid: true } => causes.WhenFails(check),
            { IsRejected: true } => causes.WhenRejectedFails(check),
            _ => null,
        } ?? (kind.IsOfRequest ? causes.WhenNearlyAllFail(check, kind.IsValid) : null);
}
