namespace Thymia.Conformance.Configuration;

/// <summary>Settings that differ only in what they set.</summary>
internal static class SettingKinds
{
    public static Setting Time(
        string key,
        string description,
        string usual,
        Func<ConformanceOptions, TimeSpan, ConformanceOptions> set
    ) =>
        new()
        {
            Key = key,
            Placeholder = "TIME",
            Description = description,
            Allowed = "a time from 1ms to 10m, such as 500ms, 30s or 2m",
            Default = usual,
            Set = (options, text) => SettingText.Time(text) is { } time ? set(options, time) : null,
        };

    /// <summary>One or more names: an option that may be repeated, and a text with <c>;</c> between them
    /// elsewhere.</summary>
    public static Setting Names(
        string key,
        string placeholder,
        string description,
        string usual,
        Func<ConformanceOptions, IReadOnlyList<string>, ConformanceOptions> set
    ) =>
        new()
        {
            Key = key,
            Placeholder = placeholder,
            Description = description,
            Allowed = "names or patterns with *, with ; between them where there are several",
            Default = usual,
            IsRepeatable = true,
            Set = (options, text) => SettingText.Names(text) is { } names ? set(options, names) : null,
        };

    public static Setting Switch(
        string key,
        string description,
        Func<ConformanceOptions, bool, ConformanceOptions> set
    ) =>
        new()
        {
            Key = key,
            Description = description,
            Allowed = "true or false",
            Default = "false",
            Set = (options, text) => SettingText.Boolean(text) is { } on ? set(options, on) : null,
        };
}
