using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Conformance.Reports.Contracts;

/// <summary>A drift for machines.</summary>
public static class DriftJson
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An object with the member <c>changes</c>.</summary>
    public static string Of(ContractDrift drift) => JsonSerializer.Serialize(
        new
        {
            version = 1,
            drift.Sentence,
            drift.ExitCode,
            old = new { drift.Old.Source, drift.Old.Version, drift.Old.Sha256 },
            @new = new { drift.New.Source, drift.New.Version, drift.New.Sha256 },
            changes = drift.Changes.Select(c => new
            {
                breaks = c.Breaks.ToString().ToLowerInvariant(), c.Where, c.What, c.OldLine, c.NewLine,
            }),
        },
        Wire);
}
