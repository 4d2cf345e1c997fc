namespace Thymia.Provider.Defects;

/// <summary>
/// Every Defect there is. A row of a table in a folder of this one enters it by itself, and so does a class of its own.
/// </summary>
internal static class DefectCatalogue
{
    private static readonly Dictionary<string, (DefectInfo Info, Func<Defect> Make)> All = typeof(Defect)
        .Assembly.GetTypes()
        .SelectMany(In)
        .ToDictionary(entry => entry.Info.Name);

    /// <summary>By group, then by name.</summary>
    public static IReadOnlyList<DefectInfo> Infos { get; } =
    [
        .. All
            .Values.Select(entry => entry.Info)
            .OrderBy(info => info.Group, StringComparer.Ordinal)
            .ThenBy(info => info.Name, StringComparer.Ordinal),
    ];

    /// <summary>A Defect that shares no memory with another provider's.</summary>
    /// <exception cref="ProviderStartException">There is none of that name.</exception>
    public static Defect Create(string name) =>
        All.TryGetValue(name, out var entry)
            ? entry.Make()
            : throw new ProviderStartException(
                $"There is no defect named '{name}'.",
                "List the names with --list-defects."
            );

    // What rows are made of takes arguments.
    private static IEnumerable<(DefectInfo Info, Func<Defect> Make)> In(Type type)
    {
        var isAlone =
            type is { IsAbstract: false }
            && type.IsSubclassOf(typeof(Defect))
            && type.GetConstructor(Type.EmptyTypes) is not null;
        var isTable = type.IsClass && type.IsAssignableTo(typeof(IDefectTable));
        if (!isAlone && !isTable)
        {
            return [];
        }

        var group = type.Namespace!.Split('.')[^1];
        return isAlone
            ? [(Make<Defect>(type).InfoIn(group), () => Make<Defect>(type))]
            : Make<IDefectTable>(type).Rows.Select(row => (row.InfoIn(group), new Func<Defect>(() => row)));
    }

    private static T Make<T>(Type type) => (T)Activator.CreateInstance(type)!;
}
