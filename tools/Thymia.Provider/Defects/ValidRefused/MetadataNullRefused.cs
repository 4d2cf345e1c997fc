using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class MetadataNullRefused()
    : RefusedInput("metadata-null-refused", "metadata", "Metadata with a null in it is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.At("metadata").Members().Any(member => member.Value.IsNull);
}
