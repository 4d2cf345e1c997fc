namespace Thymia.Conformance.Configuration;

/// <summary>The settings of how requests are sent.</summary>
internal static class SendingSettings
{
    public static Setting Rate { get; } =
        new()
        {
            Key = "Rate",
            Placeholder = "N",
            Description = "Requests a second",
            Allowed = "a number from 0.01 to 100000, or none for as many as there can be",
            Default = "none on this machine, 5 elsewhere",
            Set = (options, text) => SettingText.Rate(text) is { } rate ? options with { Rate = rate } : null,
        };

    public static Setting Concurrency { get; } =
        new()
        {
            Key = "Concurrency",
            Placeholder = "N",
            Description = "Requests under way at once",
            Allowed = "a whole number from 1 to 256",
            Default = "8 on this machine, 2 elsewhere",
            Set = (options, text) => SettingText.Whole(text, 1, 256) is { } n ? options with { Concurrency = n } : null,
        };

    public static Setting MaxAcceptedCalls { get; } =
        new()
        {
            Key = "MaxAcceptedCalls",
            Placeholder = "N",
            Description = "Calls that a run may create; then nothing goes on but what the provider is known to refuse",
            Allowed = "a whole number from 0 to 1000000, or none for any number",
            Default = "none on this machine, 25 elsewhere",
            Set = (options, text) =>
                SettingText.Limit(text, 0, 1_000_000) is { } n ? options with { MaxAcceptedCalls = n } : null,
        };

    public static Setting Timeout { get; } =
        new()
        {
            Key = "Timeout",
            Placeholder = "TIME",
            Description = "Longest wait for a whole answer",
            Allowed = "a time from 1ms to 10m, such as 500ms, 30s or 2m",
            Default = "30s",
            Set = (options, text) => SettingText.Time(text) is { } time ? options with { Timeout = time } : null,
        };

    public static Setting HeadTimeout { get; } =
        new()
        {
            Key = "HeadTimeout",
            Placeholder = "TIME",
            Description = "Longest wait for the head of an answer, its status and headers",
            Allowed = "a time from 1ms to 10m, such as 500ms, 30s or 2m",
            Default = "as long as --timeout",
            Set = (options, text) => SettingText.Time(text) is { } time ? options with { HeadTimeout = time } : null,
        };

    public static Setting ConnectTimeout { get; } =
        new()
        {
            Key = "ConnectTimeout",
            Placeholder = "TIME",
            Description = "Longest wait for a connection, TLS included",
            Allowed = "a time from 1ms to 10m, such as 500ms, 30s or 2m",
            Default = "10s",
            Set = (options, text) => SettingText.Time(text) is { } time ? options with { ConnectTimeout = time } : null,
        };

    public static Setting ReadyWithin { get; } =
        new()
        {
            Key = "ReadyWithin",
            Placeholder = "TIME",
            Description = "How long a provider may refuse connections before it has answered once",
            Allowed = "a time from 1ms to 10m, such as 500ms, 30s or 2m, or none",
            Default = "none on this machine, 10s elsewhere",
            Set = (options, text) =>
                SettingText.TimeOrNone(text) is { } time ? options with { ReadyWithin = time } : null,
        };

    public static Setting MaxDuration { get; } =
        new()
        {
            Key = "MaxDuration",
            Placeholder = "TIME",
            Description = "How long a run may begin cases, the most telling ones first; then it ends with what it has",
            Allowed = "a time from 1s to 24h, such as 90s, 50m or 2h, or none",
            Default = "none on this machine, 10m elsewhere",
            Set = (options, text) =>
                SettingText.DurationOrNone(text) is { } time ? options with { MaxDuration = time } : null,
        };

    public static Setting MaxBodyBytes { get; } =
        new()
        {
            Key = "MaxBodyBytes",
            Placeholder = "N",
            Description = "Longest body of an answer that is read, in bytes after decompression",
            Allowed = "a whole number from 1 to 1073741824",
            Default = "4194304",
            Set = (options, text) =>
                SettingText.Whole(text, 1, 1 << 30) is { } n ? options with { MaxBodyBytes = n } : null,
        };

    public static Setting Shard { get; } =
        new()
        {
            Key = "Shard",
            Placeholder = "K/N",
            Description = "Only the Kth of N parts of the cases; rate and calls are shared among the parts",
            Allowed = "a part and how many there are, such as 3/10",
            Default = "all cases, or the part that the job runner says (CI_NODE_INDEX, JOB_COMPLETION_INDEX, …)",
            Set = (options, text) =>
                Configuration.Shard.Parse(text) is { } shard ? options with { Shard = shard } : null,
        };

    public static Setting CaFile { get; } =
        new()
        {
            Key = "CaFile",
            Placeholder = "FILE",
            Description = "Certificates of authorities to trust besides the machine's, in PEM",
            Allowed = "the path of a file",
            Default = "none",
            Set = (options, text) => options with { CaFile = text },
        };
}
