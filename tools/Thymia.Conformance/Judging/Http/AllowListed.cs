namespace Thymia.Conformance.Judging.Http;

internal sealed class AllowListed : ICheck
{
    private const int NotAllowed = 405;

    private string? _firstCase;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "allow-listed",
            Severity = Severity.Minor,
            Title = "a 405 lists the methods there are",
            Documentation =
                "Asked of requests with a method that the contract does not document on the path and that are "
                + "answered with 405. RFC 9110 (15.5.6) demands an Allow header with the methods there are; it must "
                + "name "
                + "the documented one. A server lists them everywhere or nowhere, so the first answer of a run that "
                + "does "
                + "not is the one finding.",
            SilencedBy = ["no-server-error", .. Outcomes.Owners],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Status != NotAllowed || Outcomes.OwnerOf(evidence.Case) != Outcomes.MethodNotAllowed)
        {
            return CheckResult.DoesNotApply("no unknown method is answered with 405");
        }

        var wanted = evidence.Case.Operation.Method;
        var allow = evidence
            .Answer.Headers.Where(h => h.Key.Equals("allow", StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .ToList();
        return
            allow.SelectMany(a => a.Split(',', StringSplitOptions.TrimEntries)).Contains(wanted) || !IsFirst(evidence)
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.AnswerHeader("allow"),
                    allow.Count == 0 ? "none" : $"\"{string.Join(", ", allow)}\"",
                    $"a list with {wanted}",
                    "RFC 9110, 15.5.6"
                )
            );
    }

    private bool IsFirst(Evidence evidence) =>
        (Interlocked.CompareExchange(ref _firstCase, evidence.Case.Id, null) ?? evidence.Case.Id) == evidence.Case.Id;
}
