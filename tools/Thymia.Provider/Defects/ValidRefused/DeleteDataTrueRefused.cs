using System.Text.Json;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class DeleteDataTrueRefused()
    : RefusedInput("delete-data-true-refused", "deleteData", "True is refused for deleteData.")
{
    protected override bool Refuses(CallRequest request) => request.At("deleteData").Kind == JsonTokenType.True;
}
