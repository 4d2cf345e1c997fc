using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the user and refused.</summary>
internal sealed class UserTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "unknown-user-property-refused",
            "user",
            "A property of the user that the contract does not name is refused."
        )
        {
            Refuses = request =>
                request.At("user").Members().Any(member => !CallFields.UserProperties.Contains(member.Name)),
        },
    ];
}
