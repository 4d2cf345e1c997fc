using System.Text.Json;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class DeleteDataFalseRefused()
    : RefusedInput(
        "delete-data-false-refused", "deleteData",
        "False is refused for deleteData, though it is the default.")
{
    protected override bool Refuses(CallRequest request) => request.At("deleteData").Kind == JsonTokenType.False;
}
