using System.Text;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects;

/// <summary>What several Defects do to a 200.</summary>
internal static class AnswerChanges
{
    /// <summary>Replaces the label, unless it is text that cannot be changed for its lone surrogates.</summary>
    public static void SetLabel(this CallAnswer answer, Func<string, string> change)
    {
        var label = JsonText.Of(answer.Text("user")).Members().Find("userLabel").AsText();
        if (label is not null && !JsonStrings.HasLoneSurrogate(label))
        {
            answer.SetJson("user", $"{{\"userLabel\":{JsonStrings.Encode(change(label))}}}");
        }
    }

    /// <summary>Replaces the members of the agent.</summary>
    public static void SetAgent(this CallAnswer answer, Func<IEnumerable<JsonMember>, IEnumerable<JsonMember>> change)
    {
        var members = change(JsonText.Of(answer.Text("agent")).Members())
            .Select(member => JsonStrings.Encode(member.Name) + ":" + Encoding.UTF8.GetString(member.Value.Raw.Span));
        answer.SetJson("agent", "{" + string.Join(',', members) + "}");
    }
}
