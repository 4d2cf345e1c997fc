using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Pacts to publish as those of one version of one consumer.</summary>
public sealed record Publication
{
    /// <summary>
    /// All of one consumer. What is about an absent key says so itself, interaction by interaction.
    /// </summary>
    public required IReadOnlyList<PactSummary> Pacts { get; init; }

    public required string Version { get; init; }

    /// <summary>Null where the version belongs to none, as when a tag is built.</summary>
    public string? Branch { get; init; }

    public string? BuildUrl { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those about an absent key last: the first file of several gives the metadata.</summary>
    internal IEnumerable<PactSummary> Published => Pacts.OrderBy(p => p.Key == PactKey.Absent);

    /// <exception cref="UnusableInputException">There is nothing to publish, or it is of several
    /// consumers.</exception>
    internal string DemandConsumer()
    {
        var consumers = Pacts
            .Select(p => p.Consumer)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (consumers.Count > 1)
        {
            throw new UnusableInputException(
                "pacts-of-several-consumers",
                $"the pacts are of {string.Join(" and ", consumers)}, and a version belongs to one consumer",
                "--pacts",
                "name the files of one consumer"
            );
        }

        if (Pacts.FirstOrDefault(p => p.IsPart) is { } part)
        {
            throw new UnusableInputException(
                "pact-of-a-part",
                "the pact is of a part of a run, and not the contract",
                part.File,
                "record the whole with thymia-conformance record"
            );
        }

        return Published.Any()
            ? consumers[0]
            : throw new UnusableInputException(
                "no-pacts",
                "there is no pact to publish",
                "--pacts",
                "record one first, or name the folder they are in"
            );
    }
}

/// <summary>What a broker says of what it was given.</summary>
/// <param name="Consumer">Whose version it is.</param>
/// <param name="Pacts">Each pact with its provider, the number of its interactions, and its page at the broker where
/// that is named.</param>
/// <param name="Unchanged">True where the broker had all of it already.</param>
/// <param name="Warnings">The broker's words.</param>
public sealed record PublicationResult(
    string Consumer,
    IReadOnlyList<PublishedPact> Pacts,
    bool Unchanged,
    IReadOnlyList<string> Warnings
);

public sealed record PublishedPact(string Provider, int Interactions, string? Url);
