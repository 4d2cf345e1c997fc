using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class FirstOfJanuaryRefused()
    : RefusedInput(
        "first-of-january-refused", "user.dateOfBirth",
        "1 January, which the contract has for an unknown day, is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-01-01", StringComparison.Ordinal);
}
