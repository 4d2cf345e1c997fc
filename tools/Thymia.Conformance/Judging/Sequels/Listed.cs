using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Sequels;

internal sealed class Listed : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "listed",
            Severity = Severity.Major,
            Title = "what was created is in its collection",
            Documentation =
                "Asked of the first accepted POSTs of each operation, and of ever fewer of the later ones for all "
                + "that the "
                + "run has created there, where the description has a GET for the "
                + "collection whose items show their id. Pages are followed to the end, by a link to the next, a "
                + "cursor, "
                + "an offset or a number, fifty at most; where there are more, or a page cannot be read, nothing is "
                + "said. "
                + "A collection that others delete from meanwhile is read up to three times.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Created, Listed: { } listed })
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        if (listed is { Missing: not null, IsWhole: false })
        {
            return CheckResult.DoesNotApply("the collection has more pages than are read");
        }

        return listed.Missing is not { } missing
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    $"{listed.Operation.Name} after it, answer body",
                    $"no item for {missing} in {Amounts.Of(listed.Pages, "page")}",
                    "an item with its id",
                    SequelWords.BySense
                )
            );
    }
}
