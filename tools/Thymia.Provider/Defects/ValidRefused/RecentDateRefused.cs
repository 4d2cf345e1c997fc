using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class RecentDateRefused()
    : RefusedInput("recent-date-refused", "user.dateOfBirth", "A date of birth from 2000 on is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        string.CompareOrdinal(request.TextAt("user.dateOfBirth"), "2000") > 0;
}
