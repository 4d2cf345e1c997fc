using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Pacts recorded here, written anew under other names. A run keeps what it saw as pacts, masked and stabilised, and
/// nothing else of it; so a contract can be had of a run that is long over, with the bytes that a fresh one would
/// have.
/// </summary>
public static class RenamedPacts
{
    /// <summary>Writes into <paramref name="folder"/>, as <see cref="PactRecorder.WriteAsync"/> does.</summary>
    /// <param name="pacts">All recorded here, of one consumer and provider.</param>
    /// <exception cref="UnusableInputException">They were recorded elsewhere or are of several, or the folder cannot
    /// be written.</exception>
    public static IReadOnlyList<PactFile> Write(IReadOnlyList<PactSummary> pacts, string folder, PactNames names)
    {
        names.Demand();
        var contents = pacts.Select(p => PactContent.Read(p.File)).ToList();
        var first = contents[0];
        foreach (var content in contents)
        {
            Demand(content.IsRecorded, "the pact was recorded elsewhere", content.File);
            Demand(
                content.Consumer == first.Consumer && content.Provider == first.Provider,
                "the pact is of others than those beside it",
                content.File
            );
        }

        var old = new PactNames(first.Consumer, first.Provider).FileStem;
        contents.ForEach(c =>
            Demand(
                Path.GetFileName(c.File).StartsWith(old, StringComparison.Ordinal),
                "the pact was renamed since",
                c.File
            )
        );
        try
        {
            Directory.CreateDirectory(folder);
            return contents.ConvertAll(c =>
                Write(c, Path.Combine(folder, names.FileStem + Path.GetFileName(c.File)[old.Length..]), names)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "pact-folder-not-writable",
                $"no pact can be written here ({e.Message.TrimEnd('.')})",
                folder,
                "name another with --dir",
                e
            );
        }
    }

    private static PactFile Write(PactContent content, string file, PactNames names)
    {
        var pact = PactText.Read(content.File);
        pact["consumer"]!["name"] = names.Consumer;
        pact["provider"]!["name"] = names.Provider;
        PactText.Write(file, pact);
        return new PactFile(Path.GetFullPath(file), content.Interactions.Count, content.Key);
    }

    private static void Demand(bool holds, string problem, string file)
    {
        if (!holds)
        {
            throw new UnusableInputException(
                "pact-not-recorded-here",
                problem,
                file,
                "name the results/ folder of a run with --from"
            );
        }
    }
}
