using System.Text;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentListsReversed()
    : Defect("agent-lists-reversed", "echo", "Lists in an agent come back reversed.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members =>
            members.Select(member => member.Value.IsArray ? member with { Value = Reversed(member.Value) } : member)
        );

    private static JsonValue Reversed(JsonValue list)
    {
        var texts = list.Elements().Reverse().Select(value => Encoding.UTF8.GetString(value.Raw.Span));
        return JsonText.Of("[" + string.Join(',', texts) + "]");
    }
}
