using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class EmptyMetadataRefused()
    : RefusedInput("empty-metadata-refused", "metadata", "Empty metadata is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.At("metadata") is { IsObject: true } metadata && metadata.Members().Count == 0;
}
