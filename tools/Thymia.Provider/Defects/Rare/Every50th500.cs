using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class Every50th500() : ServerErrorWhen("every-50th-500", "Every 50th request ends in a 500.")
{
    protected override bool Fails(CallRequest request) => request.Number % 50 == 0;
}
