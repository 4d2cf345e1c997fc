namespace Thymia.Conformance.Configuration;

/// <summary>What is written of a run, and what reports keep to themselves.</summary>
public static class ReportSettings
{
    public static Setting Reports { get; } =
        new()
        {
            Key = "Reports",
            Placeholder = "NAMES",
            Description = "Reports beside results.json",
            Allowed = "some of html, junit, sarif, har and ctrf with commas between them, or none",
            Default = "html,junit,sarif,ctrf",
            Set = (options, text) =>
                SettingText.Reports(text) is { } reports ? options with { Reports = reports } : null,
        };

    public static Setting Mask { get; } =
        new()
        {
            Key = "Mask",
            Placeholder = "PATHS",
            Description = "What report.html and exchanges.har mask besides the key",
            Allowed = "JSON paths such as $.user.name or $..email with commas between them, or none",
            Default = "$..dateOfBirth,$..phoneNumber",
            Set = (options, text) => SettingText.Paths(text) is { } paths ? options with { Mask = paths } : null,
        };
}
