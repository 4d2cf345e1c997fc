using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class ValidAccepted(JudgeOptions options) : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.ValidAccepted,
            Severity = Severity.Major,
            Title = "a valid request is accepted",
            Documentation =
                "Asked of cases that honour the contract in every respect. The answer must have a documented "
                + "success status; a client error is a finding, documented or not. Where a request makes sense by the "
                + "letter of the schema alone (tier SchemaOnly), a documented refusal is tolerated and reported apart, "
                + "unless asked otherwise. A documented 403, 404, 409 or 410 to values that were made up says that "
                + "they are not "
                + "the provider's: then nobody can tell. Statuses that are neither success nor refusal are left to "
                + "status-documented, as is a 404 that is not documented.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Case.Expectation is not Expectation.Accepted)
        {
            return CheckResult.DoesNotApply("the request is not valid");
        }

        if (!Statuses.IsClientError(evidence.Status))
        {
            return CheckResult.Holds;
        }

        if (evidence.Case.Tier == Tier.SchemaOnly && evidence.Documented is not null && !options.DemandSchemaOnly)
        {
            return CheckResult.Tolerated(
                new Verdict.Tolerated(
                    "schema-only-refused",
                    $"status {evidence.Status} for what only the letter of the schema allows ({evidence.Case.Kind})"
                )
            );
        }

        if ((MissingState.ReasonFor(evidence) ?? RequiredReadOnly.ReasonForRefusal(evidence)) is { } reason)
        {
            return CheckResult.CannotTell(reason);
        }

        return MissingState.IsUndocumented(evidence)
            ? CheckResult.DoesNotApply("status-documented asks of it")
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.InRequest(evidence.Case.Location),
                    Found(evidence),
                    Expected(evidence),
                    Source(evidence)
                )
            );
    }

    private static string Found(Evidence evidence)
    {
        var blamed = evidence.ErrorPaths.FirstOrDefault(p => p.Count > 0);
        return $"status {evidence.Status} for {Sent.What(evidence)}"
            + (blamed is null ? "" : $", blaming {ErrorPaths.Show(blamed)}");
    }

    private static string Expected(Evidence evidence) =>
        "status "
        + string.Join(" or ", evidence.Case.Operation.Responses.Select(r => r.Status).Where(s => s[0] == '2'));

    private static string Source(Evidence evidence) =>
        evidence
            .Case.Operation.Responses.Where(r => r.Status[0] == '2')
            .Select(r => $"responses/{r.Status}")
            .FirstOrDefault()
        ?? "responses";
}
