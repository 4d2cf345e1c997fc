using Thymia.Conformance.Judging.Tolerances;

namespace Thymia.Conformance.Judging.Errors;

internal sealed class ErrorVocabulary(PolicyChoice policy) : ICheck
{
    private readonly Lazy<IReadOnlyList<Policy>> _known = new(() =>
        [.. PolicyReader.Names.Select(PolicyReader.ReadNamed)]
    );
    private int _told;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "error-vocabulary",
            Severity = Severity.Minor,
            WhenUnasked = "off: no policy",
            Title = "errors use the words of the policy's framework",
            Documentation =
                "Asked of validation errors where a policy for a framework is set. Clients tell errors apart "
                + "by their `type`; when the provider changes its validator, the words change everywhere at once. That "
                + "is one finding for the whole run, told with the first error it was seen in, and the hint that "
                + "another "
                + "policy fits.",
            SilencedBy = [.. Outcomes.All, "response-schema", "error-structure"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.IsSuccess || policy.Current.Vocabulary is not { } expected || !evidence.ListsErrors)
        {
            return CheckResult.DoesNotApply("no framework's words are expected here");
        }

        foreach (var item in evidence.Errors)
        {
            if (
                evidence.ErrorFormat.TypeOf(item) is { } type
                && !expected.IsMatch(type)
                && _known.Value.FirstOrDefault(p => p.Vocabulary!.IsMatch(type)) is { } other
                && Interlocked.Exchange(ref _told, 1) == 0
            )
            {
                return CheckResult.Broken(
                    evidence.Finding(
                        this,
                        $"answer body at {evidence.ErrorFormat.List}/*/type",
                        $"\"{type}\", a word of {other.Name}",
                        $"words of {policy.Name}",
                        "the policy"
                    )
                );
            }
        }

        return CheckResult.Holds;
    }
}
