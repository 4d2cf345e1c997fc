using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Tells faults as violations: a flat list, each with location and keyword.</summary>
internal static class Violations
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DepthLimits.Payload,
    };

    public static IReadOnlyList<Violation> Of(IEnumerable<Fault> faults) =>
        [.. faults.DistinctBy(f => (f.Pointer, f.Keyword)).Select(Of)];

    public static IReadOnlyList<(string Pointer, string Keyword)> PlacesOf(List<Fault> faults) =>
        faults.ConvertAll(f => (f.Pointer, f.Keyword));

    private static Violation Of(Fault fault)
    {
        var (expected, source) = fault.Rules.Told(fault.Keyword);
        return new Violation(
            fault.Pointer,
            fault.Keyword,
            fault.Found is { } found ? Shortened.To(JsonSerializer.Serialize(found, Plain)) : "nothing",
            fault.Meant is { } meant ? $"{expected}: {meant}" : expected,
            source
        );
    }
}
