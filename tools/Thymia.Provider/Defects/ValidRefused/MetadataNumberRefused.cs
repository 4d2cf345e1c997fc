using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class MetadataNumberRefused()
    : RefusedInput("metadata-number-refused", "metadata", "Metadata with anything but text in it is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.At("metadata").Members().Any(member => !member.Value.IsText);
}
