namespace Thymia.Conformance.Configuration;

/// <summary>Settings of what must exist before a request, and of what a run leaves behind.</summary>
public static class SequenceSettings
{
    public static Setting Values { get; } =
        new()
        {
            Key = "Values",
            Placeholder = "FILE",
            Description = "Ids and other values that exist at the provider",
            Allowed = "the path of a YAML file, or none",
            Default = "the file beside the description that ends in .values.yaml",
            Set = (options, text) => options with { Values = text },
        };

    public static Setting Keep { get; } =
        SettingKinds.Switch(
            "Keep",
            "Leave at the provider what the run created, rather than delete it at the end",
            (options, on) => options with { Keep = on }
        );

    public static Setting OtherApiKey { get; } =
        new()
        {
            Key = "OtherApiKey",
            IsSecret = true,
            Description = "Key of a second caller, who must not read what the first created",
            Allowed = "the key alone, in printable ASCII without blanks",
            Default = "none",
            Set = (options, text) => SettingText.IsKey(text) ? options with { OtherApiKey = text } : null,
        };

    /// <summary>In the order of help and tables.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Values, Keep, OtherApiKey];
}
