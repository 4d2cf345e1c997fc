using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Pact files as a user names them: one by one, or by the folder they are in.</summary>
public static class PactFiles
{
    /// <summary>
    /// The files named, and of each folder its <c>*.json</c> in the order of their names; every one is read to see
    /// that it is a pact.
    /// </summary>
    /// <exception cref="UnusableInputException">A place does not exist, holds no pact, or holds what is
    /// none.</exception>
    public static IReadOnlyList<PactSummary> Find(IReadOnlyList<string> places) =>
        [.. places.SelectMany(In).DistinctBy(Path.GetFullPath, StringComparer.Ordinal).Select(Read)];

    private static IEnumerable<string> In(string place)
    {
        if (!Directory.Exists(place))
        {
            return [place];
        }

        string[] files;
        try
        {
            files = Directory.GetFiles(place, "*.json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "pacts-not-readable",
                "the folder cannot be read",
                place,
                "check its permissions",
                e
            );
        }

        return files.Length > 0
            ? files.Order(StringComparer.Ordinal)
            : throw new UnusableInputException(
                "no-pacts",
                "there is no pact in this folder",
                place,
                "record one with thymia-conformance record, or name another"
            );
    }

    private static PactSummary Read(string file)
    {
        var content = PactContent.Read(file);
        return content.Interactions.Count > 0
            ? new PactSummary(file, content.Consumer, content.Provider, content.Interactions.Count, content.Key)
            {
                IsPart = content.IsPart,
            }
            : throw new UnusableInputException(
                "pact-empty",
                "the pact has no interactions",
                file,
                "record it again, or leave it out"
            );
    }
}

/// <summary>Whose a pact file is, and how much is in it.</summary>
/// <param name="File">As the user named it, or below the folder that the user named.</param>
/// <param name="Interactions">How many; at least one.</param>
/// <param name="Key">What its requests do about the API key; sent unless it says otherwise.</param>
public sealed record PactSummary(string File, string Consumer, string Provider, int Interactions, PactKey Key)
{
    /// <summary>True where it says that it is of a part of a run, and so not the contract.</summary>
    public bool IsPart { get; init; }
}
