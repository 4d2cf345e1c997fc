using System.Text.Json;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Deviations;

/// <summary>Reads known deviations from YAML files, as <c>schemas/deviations.schema.json</c> describes them.</summary>
public static class DeviationReader
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Those of the file, or of every <c>.yaml</c> and <c>.yml</c> file of the folder in the order of their names.
    /// </summary>
    /// <exception cref="UnusableInputException">
    /// There is no such file or folder, a file cannot be used, or two deviations have one id.
    /// </exception>
    /// <param name="rules">The ids of rules that an API of the user's is held to; none by default.</param>
    public static IReadOnlyList<Deviation> ReadAll(string path, IEnumerable<string>? rules = null)
    {
        var known = rules?.ToHashSet(StringComparer.Ordinal) ?? [];
        IReadOnlyList<Deviation> all = [.. FilesOf(path).SelectMany(f => Read(f, known))];
        return all.GroupBy(d => d.Id).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new UnusableInputException(
                "deviation-not-usable",
                $"two deviations are called '{twice.Key}'",
                path,
                "give each an id of its own"
            )
            : all;
    }

    /// <exception cref="UnusableInputException">The file cannot be used.</exception>
    public static IReadOnlyList<Deviation> Read(string file) => Read(file, new HashSet<string>());

    private static List<Deviation> Read(string file, IReadOnlySet<string> rules)
    {
        var (root, lines) = OwnFile.Read(file, "deviations.schema.json");
        var list = root.GetProperty("deviations").Deserialize<List<Deviation>>(Wire)!;
        for (var i = 0; i < list.Count; i++)
        {
            if (Problem(list[i], rules) is { } problem)
            {
                throw new UnusableInputException(
                    "deviation-not-usable",
                    $"the deviation '{list[i].Id}' {problem.What}",
                    $"{Path.GetFileName(file)}:{lines.GetValueOrDefault($"/deviations/{i}", 1)}",
                    problem.Hint
                );
            }
        }

        return list;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        File.Exists(path) ? [path]
        : Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path)
                .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
        : throw new UnusableInputException(
            "deviation-not-usable",
            "there is no such file or folder",
            path,
            "name known deviations with --deviations PATH, or say none"
        );

    private static (string What, string Hint)? Problem(Deviation deviation, IReadOnlySet<string> rules) =>
        deviation.Location is null && deviation.Case is null
            ? ("names neither location nor case", "a check is never switched off as a whole")
        : CheckCatalogue.Find(deviation.Check) is null && !rules.Contains(deviation.Check)
            ? ($"names the check '{deviation.Check}', which does not exist", "take an id that 'explain' lists")
        : DeviationWriter.IsOpen(deviation.Reason) ? ("has no reason yet", "say why it is accepted, as its reason")
        : DeviationWriter.IsOpen(deviation.Owner) ? ("has no owner yet", "name who will see to it, as its owner")
        : null;
}
