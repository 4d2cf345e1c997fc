namespace Thymia.Conformance.Configuration;

/// <summary>Settings of what is made of an answer, beside tier and policy.</summary>
public static class JudgingSettings
{
    public static Setting Rules { get; } =
        new()
        {
            Key = "Rules",
            Placeholder = "FILE",
            Description = "What the API promises in prose, as rules that its answers are held to",
            Allowed = "the path of a YAML file, or none",
            Default =
                "the file beside the description that ends in .rules.yaml, else the one that comes with the suite "
                + "for it",
            Set = (options, text) => options with { Rules = text },
        };

    public static Setting Deviations { get; } =
        new()
        {
            Key = "Deviations",
            Placeholder = "PATH",
            Description = "Known deviations, which are reported and do not fail the run until they expire",
            Allowed = "the path of a YAML file or of a folder of them, or none",
            Default = "fixtures/deviations in the working folder if it exists; none for the embedded provider",
            Set = (options, text) => options with { Deviations = text },
        };

    public static Setting StrictDeviations { get; } =
        SettingKinds.Switch("StrictDeviations", "Fail on a known deviation that no longer occurs", (options, on) =>
            options with
            {
                StrictDeviations = on,
            }
        );

    public static Setting Check { get; } =
        SettingKinds.Names(
            "Check",
            "ID",
            "Checks whose findings count, as ids or patterns with *; may be repeated",
            "all of them",
            (options, names) => options with { Checks = names }
        );

    public static Setting SkipCheck { get; } =
        SettingKinds.Names(
            "SkipCheck",
            "ID",
            "Checks whose findings do not count; may be repeated",
            "none",
            (options, names) => options with { SkippedChecks = names }
        );

    public static Setting Severities { get; } =
        new()
        {
            Key = "Severities",
            Placeholder = "FILE",
            Description = "How much checks matter to a team: minor, major, critical or off for each id",
            Allowed = "the path of a YAML file",
            Default = "as explain shows them",
            Set = (options, text) => options with { Severities = text },
        };

    public static Setting AcceptedWithin { get; } =
        SettingKinds.Time("AcceptedWithin", "How long an accepted request may take", "no limit", (options, time) =>
            options with
            {
                AcceptedWithin = time,
            }
        );

    public static Setting RefusedWithin { get; } =
        SettingKinds.Time("RefusedWithin", "How long a refused request may take", "no limit", (options, time) =>
            options with
            {
                RefusedWithin = time,
            }
        );

    public static Setting ClockSkew { get; } =
        SettingKinds.Time("ClockSkew", "How far the provider's clock may be from ours", "5m", (options, time) =>
            options with
            {
                ClockSkew = time,
            }
        );

    public static Setting RefusalStatuses { get; } =
        new()
        {
            Key = "RefusalStatuses",
            Placeholder = "LIST",
            Description = "Statuses that count as refusing a wrong key",
            Allowed = "statuses from 400 to 499 with commas between them, such as 401,403",
            Default = "401,403",
            Set = (options, text) =>
                SettingText.ClientErrors(text) is { } statuses ? options with { KeyRefusals = statuses } : null,
        };

    /// <summary>In the order of help and tables.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Rules,
        Check,
        SkipCheck,
        Severities,
        Deviations,
        StrictDeviations,
        AcceptedWithin,
        RefusedWithin,
        ClockSkew,
        RefusalStatuses,
    ];
}
