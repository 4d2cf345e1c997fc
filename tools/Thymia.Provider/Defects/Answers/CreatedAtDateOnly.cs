using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtDateOnly()
    : Defect("created-at-date-only", "response-schema", "The time of creation is a date.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("createdAt", answer.Text("createdAt")[..11] + "\"");
}
