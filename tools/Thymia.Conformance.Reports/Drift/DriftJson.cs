using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>A drift for machines.</summary>
public static class DriftJson
{
    /// <summary>An object with the member <c>changes</c>.</summary>
    public static string Of(ContractDrift drift) =>
        IndentedJson.Of(
            new
            {
                version = 1,
                drift.Sentence,
                drift.ExitCode,
                old = new
                {
                    drift.Old.Source,
                    drift.Old.Version,
                    drift.Old.Sha256,
                },
                @new = new
                {
                    drift.New.Source,
                    drift.New.Version,
                    drift.New.Sha256,
                },
                changes = drift.Changes.Select(c => new
                {
                    breaks = c.Breaks.ToString().ToLowerInvariant(),
                    c.Where,
                    c.What,
                    c.OldLine,
                    c.NewLine,
                    oldFile = c.OldFile == drift.Old.Source ? null : c.OldFile,
                    newFile = c.NewFile == drift.New.Source ? null : c.NewFile,
                }),
            }
        );
}
