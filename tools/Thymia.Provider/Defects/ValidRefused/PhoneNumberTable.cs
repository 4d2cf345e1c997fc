using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the phone number and refused.</summary>
internal sealed class PhoneNumberTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "phone-number-punctuation-refused",
            "phoneNumber",
            "A phone number with anything but a plus sign and digits is refused."
        )
        {
            Refuses = request =>
                request.TextAt("phoneNumber") is { } number
                && number.Any(sign => sign != '+' && !char.IsAsciiDigit(sign)),
        },
        new RefusedInput("phone-number-refused", "phoneNumber", "Any phone number is refused.")
        {
            Refuses = request => request.At("phoneNumber").IsPresent,
        },
    ];
}
