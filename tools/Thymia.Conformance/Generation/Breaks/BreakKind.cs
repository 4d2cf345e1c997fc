namespace Thymia.Conformance.Generation.Breaks;

/// <summary>One way to break a constraint.</summary>
/// <param name="Name">Kebab case; part of the case's id.</param>
/// <param name="Apply">The change, or null where this way does not exist for the schema at hand.</param>
internal sealed record BreakKind(string Name, Func<BreakContext, Break?> Apply)
{
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
