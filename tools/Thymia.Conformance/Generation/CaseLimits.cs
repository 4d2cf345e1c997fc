using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation;

/// <summary>How much is planned for an operation.</summary>
public sealed record CaseLimits
{
    /// <summary>How many cases are enumerated for one operation at most, which may be set until it is planned; 2,000
    /// by default.</summary>
    public int MaxCases { get; set; } = 2_000;

    /// <summary>How many bytes a body that a case needs may have; a mebibyte by default.</summary>
    public int MaxBytes { get; init; } = Payloads.MaxBytes;

    /// <summary>Ends planning and generating where nobody waits for it any more.</summary>
    public CancellationToken Cancellation { get; init; }
}
