using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtInTheFuture()
    : Defect("created-at-in-the-future", "created-at", "The time of creation is a hundred years ahead.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("createdAt", answer.Text("createdAt").Insert(2, "1").Remove(3, 1));
}
