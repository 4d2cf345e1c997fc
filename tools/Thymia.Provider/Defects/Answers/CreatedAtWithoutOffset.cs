using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtWithoutOffset()
    : Defect("created-at-without-offset", "response-schema", "The time of creation has no offset.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("createdAt", answer.Text("createdAt").Replace("Z", "", StringComparison.Ordinal)
            .Replace("+00:00", "", StringComparison.Ordinal));
}
