namespace Thymia.Conformance.Generation.Solving;

/// <summary>One branch of a choice: what all must hold where it is taken.</summary>
internal sealed record Option(IReadOnlyList<Demand> Demands, IReadOnlyList<Literal> Literals)
{
    public static Option Of(params IReadOnlyList<Demand> demands) => new(demands, []);

    public static Option Of(params IReadOnlyList<Literal> literals) => new([], literals);
}
