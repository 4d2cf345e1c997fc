namespace Thymia.Conformance.Generation.Breaks;

/// <summary>One way to break a constraint.</summary>
/// <param name="Name">Kebab case; part of the case's id.</param>
/// <param name="Apply">The change, or null where this way does not exist for the schema at hand.</param>
internal sealed record BreakKind(string Name, Func<BreakContext, Break?> Apply)
{
    /// <summary>
    /// Adds to the bytes of the payload what no JSON value can hold; null where the value says it all, and what it
    /// gives is null where the bytes do not lend themselves to it.
    /// </summary>
    public Func<byte[], byte[]?>? Rewrite { get; init; }

    /// <summary>The change; null also where it would need a number that no decimal holds.</summary>
    public Break? ApplyTo(BreakContext context)
    {
        try
        {
            return Apply(context);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
