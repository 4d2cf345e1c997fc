using System.Reflection;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The folders of a project, which are its namespaces, and which of them make use of which.</summary>
internal sealed class Folders
{
    private readonly Dictionary<string, Dictionary<string, string>> _uses = new(StringComparer.Ordinal);

    public Folders(Assembly project)
    {
        foreach (var type in project.GetTypes().Where(IsOurs))
        {
            var uses = _uses.TryGetValue(Of(type), out var known) ? known : _uses[Of(type)] = [];
            foreach (var used in TypeUses.Of(type).Where(u => u.Assembly == project && IsOurs(u)))
            {
                uses.TryAdd(Of(used), $"{Outermost(type).Name} uses {Outermost(used).Name}");
            }

            uses.Remove(Of(type));
        }
    }

    /// <summary>All of them, as namespaces.</summary>
    public IReadOnlyCollection<string> All => _uses.Keys;

    /// <summary>The folders that one makes use of, each with the first type that does.</summary>
    public IReadOnlyDictionary<string, string> UsedBy(string folder) => _uses[folder];

    /// <summary>The folders from which a way leads back to themselves.</summary>
    public IReadOnlyList<string> InCircles => [.. _uses.Keys.Where(f => Reached(f).Contains(f)).Order()];

    private HashSet<string> Reached(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(_uses[folder].Keys);
        while (next.TryDequeue(out var one))
        {
            if (reached.Add(one) && _uses.TryGetValue(one, out var uses))
            {
                foreach (var used in uses.Keys)
                {
                    next.Enqueue(used);
                }
            }
        }

        return reached;
    }

    // The compiler adds some of its own.
    private static bool IsOurs(Type type) =>
        Outermost(type).Namespace?.StartsWith("Thymia.", StringComparison.Ordinal) == true;

    private static string Of(Type type) => Outermost(type).Namespace!;

    // What the compiler makes of lambdas and iterators lies within the type it was written in.
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
