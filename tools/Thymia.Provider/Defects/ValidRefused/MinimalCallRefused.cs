using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class MinimalCallRefused()
    : RefusedInput("minimal-call-refused", "", "A call without any optional property is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        !request.Root.Members().Any(
            member => member.Name is "phoneNumber" or "webhookUrl" or "metadata" or "deleteData");
}
