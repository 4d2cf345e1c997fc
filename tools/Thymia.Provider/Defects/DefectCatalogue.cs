namespace Thymia.Provider.Defects;

/// <summary>Every Defect there is. A new file in this folder enters it by itself.</summary>
internal static class DefectCatalogue
{
    private static readonly Dictionary<string, Type> Types = typeof(Defect).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Defect)))
        .ToDictionary(type => Create(type).Info.Name);

    /// <summary>By group, then by name.</summary>
    public static IReadOnlyList<DefectInfo> Infos { get; } =
    [
        .. Types.Values.Select(type => Create(type).Info)
            .OrderBy(info => info.Group, StringComparer.Ordinal)
            .ThenBy(info => info.Name, StringComparer.Ordinal),
    ];

    /// <summary>A fresh Defect, with its own memory.</summary>
    /// <exception cref="ProviderStartException">There is none of that name.</exception>
    public static Defect Create(string name) => Types.TryGetValue(name, out var type)
        ? Create(type)
        : throw new ProviderStartException(
            $"There is no defect named '{name}'.",
            "List the names with --list-defects.");

    private static Defect Create(Type type) => (Defect)Activator.CreateInstance(type)!;
}
