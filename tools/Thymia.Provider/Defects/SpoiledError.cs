using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>A 422 whose body is not as the contract has it.</summary>
internal sealed class SpoiledError(string name, string check, string description) : Defect(name, check, description)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2000 };

    public override Answer Reply(CallRequest request, Answer answer)
    {
        if (answer.Status != 422)
        {
            return answer;
        }

        var body = JsonNode.Parse(answer.Body.Span, documentOptions: Deep)!.AsObject();
        Spoils?.Invoke(request, body);
        foreach (var item in SpoilsItem is null ? [] : body["detail"]!.AsArray().ToList())
        {
            SpoilsItem!(item!.AsObject());
        }

        return Answer.Of(422, body.ToJsonString());
    }

    /// <summary>Changes the body, which has a non-empty list under <c>detail</c>.</summary>
    public Action<CallRequest, JsonObject>? Spoils { get; init; }

    /// <summary>Changes each error of the list.</summary>
    public Action<JsonObject>? SpoilsItem { get; init; }
}
