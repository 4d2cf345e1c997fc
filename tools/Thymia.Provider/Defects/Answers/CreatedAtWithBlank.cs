using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtWithBlank()
    : Defect("created-at-with-blank", "response-schema", "The time of creation has a blank for its T.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("createdAt", answer.Text("createdAt").Replace('T', ' '));
}
