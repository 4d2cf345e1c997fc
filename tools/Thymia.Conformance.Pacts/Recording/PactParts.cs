namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Which interactions share a file: those without an API key have one of their own, since a verifier adds the key to
/// every request of a file; the others share one as long as they are few, else they part by what is answered.
/// </summary>
internal static class PactParts
{
    public static IEnumerable<(string Name, IReadOnlyList<Interaction> Interactions)> Of(
        string stem,
        IReadOnlyList<Interaction> interactions
    )
    {
        var keyed = interactions.Where(i => i.PactKey == PactKey.Sent).ToList();
        var topics =
            keyed.Count <= PactRecorder.MostInOneFile
                ? keyed.GroupBy(_ => stem)
                : keyed.GroupBy(i => i.Status < 400 ? $"{stem}-accepted" : $"{stem}-refused");
        var keyless = interactions.Where(i => i.PactKey == PactKey.Absent).GroupBy(_ => $"{stem}-without-key");
        return topics
            .Concat(keyless)
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .SelectMany(t => Numbered(t.Key, [.. t]));
    }

    private static IEnumerable<(string, IReadOnlyList<Interaction>)> Numbered(
        string name,
        IReadOnlyList<Interaction> topic
    ) =>
        topic
            .Chunk(PactRecorder.MostInOneFile)
            .Select((part, i) => (i == 0 ? $"{name}.json" : $"{name}-{i + 1}.json", (IReadOnlyList<Interaction>)part));
}
