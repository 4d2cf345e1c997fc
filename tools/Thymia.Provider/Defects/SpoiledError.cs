using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>A 422 whose body is not as the contract has it.</summary>
internal abstract class SpoiledError(string name, string check, string description) : Defect(name, check, description)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2000 };

    public override Answer Reply(CallRequest request, Answer answer)
    {
        if (answer.Status != 422)
        {
            return answer;
        }

        var body = JsonNode.Parse(answer.Body.Span, documentOptions: Deep)!.AsObject();
        Spoil(request, body);
        return Answer.Of(422, body.ToJsonString());
    }

    /// <summary>Changes the body, which has a non-empty list under <c>detail</c>.</summary>
    protected virtual void Spoil(CallRequest request, JsonObject body)
    {
        foreach (var item in body["detail"]!.AsArray())
        {
            SpoilItem(item!.AsObject());
        }
    }

    /// <summary>Changes one error of the list.</summary>
    protected virtual void SpoilItem(JsonObject item)
    {
    }
}
