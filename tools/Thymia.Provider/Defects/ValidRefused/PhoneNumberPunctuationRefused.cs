using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class PhoneNumberPunctuationRefused()
    : RefusedInput(
        "phone-number-punctuation-refused", "phoneNumber",
        "A phone number with anything but a plus sign and digits is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("phoneNumber") is { } number && number.Any(sign => sign != '+' && !char.IsAsciiDigit(sign));
}
