using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class LeapDay500() : ServerErrorWhen("leap-day-500", "29 February ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-02-29", StringComparison.Ordinal);
}
