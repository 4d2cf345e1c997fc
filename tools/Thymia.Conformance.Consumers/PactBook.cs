using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Consumers;

/// <summary>
/// What all tests of this process used, for each pact: every test that ends well adds to it, and the file is written
/// anew with all of it. So it holds nothing of an earlier run.
/// </summary>
internal static class PactBook
{
    private static readonly Lock Writing = new();
    private static readonly Dictionary<string, Dictionary<string, Interaction>> Used = new(StringComparer.Ordinal);

    /// <summary>Adds what a test used, where it has not been used before, and writes the file.</summary>
    public static void Add(ContractProviderOptions options, IEnumerable<Interaction> interactions)
    {
        var names = new PactNames(options.Consumer, options.Provider);
        names.Demand();
        var folder = Path.GetFullPath(Path.Combine(options.Out, "pacts"));
        lock (Writing)
        {
            var id = $"{folder}\n{names}";
            if (!Used.TryGetValue(id, out var all))
            {
                Used[id] = all = new Dictionary<string, Interaction>(StringComparer.Ordinal);
            }

            var before = all.Count;
            foreach (var interaction in interactions)
            {
                all.TryAdd(interaction.Key, interaction);
            }

            if (all.Count > before)
            {
                var sorted = all.Values.OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
                new PactFolder(folder, names, new V4PactWriter()).Write(sorted, CancellationToken.None);
            }
        }
    }
}
