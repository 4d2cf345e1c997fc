using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class OldDateRefused()
    : RefusedInput("old-date-refused", "user.dateOfBirth", "A date of birth before 1910 is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        string.CompareOrdinal(request.TextAt("user.dateOfBirth"), "1910") < 0;
}
