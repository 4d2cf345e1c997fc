using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Rare;

/// <summary>Answers that come late now and then.</summary>
internal sealed class SlowTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new Slowness("slow-every-20th", "Every 20th request is answered late.")
        {
            IsSlow = request => request.Number % 20 == 0,
        },
        new Slowness("slow-language", "A call in Indonesian is answered late.")
        {
            IsSlow = request => request.TextAt("language") == "id-ID",
        },
        new Slowness("slow-phone-number", "A call with a phone number is answered late.")
        {
            IsSlow = request => request.At("phoneNumber").IsPresent,
        },
        new Slowness("slow-refusal", "A body that is no JSON is answered late.")
        {
            IsSlow = request => request.Parsed is ParsedBody.Malformed,
        },
    ];
}
