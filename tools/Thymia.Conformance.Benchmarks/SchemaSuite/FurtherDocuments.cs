using System.Text.Json;

namespace Thymia.Conformance.Benchmarks.SchemaSuite;

/// <summary>What the suite's schemas refer to beside themselves.</summary>
internal static class FurtherDocuments
{
    private const string RemoteHost = "http://localhost:1234/";

    /// <summary>The suite's <c>remotes/</c>, and the metaschemas that stand beside it or come with Ajv.</summary>
    /// <param name="metaschemas">The folder of <c>schema.json</c> and <c>meta/</c>; null where there is none.</param>
    public static IReadOnlyDictionary<string, JsonElement> In(string folder, string? metaschemas)
    {
        var documents = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var remotes = Path.Combine(folder, "remotes");
        foreach (var file in Files(remotes).Where(f => !IsOfAnotherDraft(Path.GetRelativePath(remotes, f))))
        {
            documents[RemoteHost + Path.GetRelativePath(remotes, file).Replace('\\', '/')] = Read(file);
        }

        foreach (var file in metaschemas is null ? [] : Files(metaschemas))
        {
            var document = Read(file);
            documents[document.GetProperty("$id").GetString()!] = document;
        }

        return documents;
    }

    private static bool IsOfAnotherDraft(string file) =>
        file.StartsWith("draft", StringComparison.Ordinal)
        && !file.StartsWith("draft2020-12", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(file));
}
