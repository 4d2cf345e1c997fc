using System.Text.Json;

namespace Thymia.Conformance.Frameworks.FastApi;

/// <summary>
/// The <c>type</c> of each of FastAPI's errors, such as <c>value_error.missing</c>: in <c>detail</c>, or wherever a
/// handler of the application's own has put the list.
/// </summary>
internal sealed class DetailTypes : IErrorWords
{
    private const int MaxDepth = 3;

    private static readonly DetailList Errors = new();

    public IReadOnlyList<string> In(JsonElement body) =>
        [.. ErrorsIn(body, MaxDepth).Select(Errors.TypeOf).OfType<string>()];

    private static IEnumerable<JsonElement> ErrorsIn(JsonElement value, int depth) =>
        value.ValueKind switch
        {
            _ when depth == 0 => [],
            JsonValueKind.Array when value.EnumerateArray().All(e => Errors.PathOf(e).Count > 0) =>
                value.EnumerateArray(),
            JsonValueKind.Object => value.EnumerateObject().SelectMany(m => ErrorsIn(m.Value, depth - 1)),
            _ => [],
        };
}
