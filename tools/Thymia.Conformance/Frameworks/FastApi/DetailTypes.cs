using System.Text.Json;

namespace Thymia.Conformance.Frameworks.FastApi;

/// <summary>The <c>type</c> of each error in FastAPI's <c>detail</c>, such as <c>value_error.missing</c>.</summary>
internal sealed class DetailTypes : IErrorWords
{
    private static readonly DetailList Errors = new();

    public IReadOnlyList<string> In(JsonElement body) => [.. Errors.In(body).Select(Errors.TypeOf).OfType<string>()];
}
