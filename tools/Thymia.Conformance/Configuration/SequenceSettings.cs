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

    /// <summary>In the order of help and tables.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Values];
}
