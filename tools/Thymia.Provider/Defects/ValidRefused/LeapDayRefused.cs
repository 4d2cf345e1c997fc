using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LeapDayRefused()
    : RefusedInput("leap-day-refused", "user.dateOfBirth", "29 February is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-02-29", StringComparison.Ordinal);
}
