using System.Globalization;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtLocal()
    : Defect(
        "created-at-local", "created-at",
        "The time of creation is that of another time zone, marked as universal.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText(
            "createdAt",
            DateTimeOffset.Parse(answer.Text("createdAt").Trim('"'), CultureInfo.InvariantCulture).AddHours(11)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
