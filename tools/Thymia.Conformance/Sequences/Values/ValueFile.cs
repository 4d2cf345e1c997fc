using System.Text.Json;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Sequences.Values;

/// <summary>A file of values as <c>schemas/values.schema.json</c> describes it.</summary>
/// <param name="Given">What exists.</param>
/// <param name="Relations">Which operation gives what another needs.</param>
internal sealed record ValueFile(IReadOnlyList<GivenValue> Given, IReadOnlyList<StatedRelation> Relations)
{
    private const string None = "none";

    /// <param name="variables">The environment that entries may take a value from.</param>
    /// <exception cref="UnusableInputException">The file cannot be used; the location names the line.</exception>
    public static ValueFile Read(string file, IReadOnlyDictionary<string, string> variables)
    {
        var (root, lines) = OwnFile.Read(file, "values.schema.json");
        var name = Path.GetFileName(file);
        return new ValueFile(
            [.. Entries(root, "values").Select((e, i) => ValueOf(e, Line("values", i), variables))],
            [.. Entries(root, "relations").Select((e, i) => RelationOf(e, Line("relations", i)))]
        );

        string Line(string list, int index) => $"{name}:{lines.GetValueOrDefault($"/{list}/{index}", 1)}";
    }

    private static List<JsonElement> Entries(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static GivenValue ValueOf(
        JsonElement entry,
        string source,
        IReadOnlyDictionary<string, string> variables
    ) =>
        new()
        {
            Parameter = Text(entry, "parameter"),
            At = Text(entry, "at"),
            Operation = Text(entry, "operation"),
            Values =
                Text(entry, "from") is { } variable
                    ? [JsonSerializer.SerializeToElement(Find(variable, source, variables))]
                : entry.TryGetProperty("values", out var several) ? [.. several.EnumerateArray()]
                : [entry.GetProperty("value")],
            IsExpendable = entry.TryGetProperty("expendable", out var expendable) && expendable.GetBoolean(),
            Source = source,
        };

    private static string Find(string variable, string source, IReadOnlyDictionary<string, string> variables) =>
        variables.GetValueOrDefault(variable) is { Length: > 0 } text
            ? text
            : throw new UnusableInputException(
                "value-not-set",
                $"the environment variable {SafeText.Of(variable)} is not set",
                source,
                "set it, or state the value in the file"
            );

    private static StatedRelation RelationOf(JsonElement entry, string source) =>
        new(
            Text(entry, "parameter")!,
            Text(entry, "operation"),
            Text(entry, "producer") is var producer && producer == None ? null : producer,
            Text(entry, "at"),
            source
        );

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetString() : null;
}
