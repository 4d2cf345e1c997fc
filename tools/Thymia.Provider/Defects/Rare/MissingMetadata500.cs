using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class MissingMetadata500()
    : ServerErrorWhen("missing-metadata-500", "A call with a webhook but no metadata ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.At("webhookUrl").IsPresent && !request.At("metadata").IsPresent;
}
