using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>What a broker answered that is neither a refusal of the login nor a failure of its own.</summary>
/// <param name="Document">An empty object where the answer was no JSON.</param>
internal sealed record BrokerReply(int Status, bool IsJson, HalDocument Document)
{
    private const int MaxDetailLines = 60;
    private const int LongestText = 300;

    public bool IsSuccess => Statuses.IsSuccess(Status);

    /// <summary>
    /// What it objects to, as clauses: its notices that are errors, else its <c>errors</c> by field.
    /// </summary>
    public IReadOnlyList<string> Objections
    {
        get
        {
            var notices = Document
                .Items("notices")
                .Where(n => n.Text("type") == "error")
                .Select(n => n.Text("text") ?? "")
                .ToList();
            var errors = Document.Root.TryGetProperty("errors", out var found) ? Texts(found, "") : [];
            return [.. (notices.Count > 0 ? notices : errors).Select(Shortened).Distinct()];
        }
    }

    /// <summary>
    /// What its notices say beyond the objection itself, line by line, such as how two contents differ.
    /// </summary>
    public IReadOnlyList<string> Details =>
        [
            .. Document
                .Items("notices")
                .SelectMany(n => (n.Text("text") ?? "").Split('\n').Skip(n.Text("type") == "error" ? 1 : 0))
                .Select(l => SafeText.Of(l.TrimEnd()))
                .SkipWhile(l => l.Length == 0)
                .Take(MaxDetailLines),
        ];

    private static IEnumerable<string> Texts(JsonElement errors, string field) =>
        errors.ValueKind switch
        {
            JsonValueKind.String => [field.Length == 0 ? errors.GetString()! : $"{field} {errors.GetString()}"],
            JsonValueKind.Array => errors.EnumerateArray().SelectMany(e => Texts(e, field)),
            JsonValueKind.Object => errors.EnumerateObject().SelectMany(e => Texts(e.Value, e.Name)),
            _ => [],
        };

    private static string Shortened(string text)
    {
        var line = SafeText.Of(text.Split('\n')[0].Trim().TrimEnd('.'));
        return Text.Shortened.After(line, LongestText);
    }
}
