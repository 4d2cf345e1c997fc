namespace Thymia.Conformance.Text;

/// <summary>How deep what is read and written may be nested: one table, each limit with its reason.</summary>
public static class DepthLimits
{
    /// <summary>Levels of a description: a person wrote it, and what is deeper is a mistake or an attack.</summary>
    public const int Description = 200;

    /// <summary>
    /// Levels of a payload that is judged: more than any description demands, less than a stack holds.
    /// </summary>
    public const int Payload = 256;

    /// <summary>
    /// Levels of what is written of a payload or a pact: a case may be nested too deep to be judged on purpose,
    /// and a report or a pact puts its own levels around it.
    /// </summary>
    public const int Written = 512;

    /// <summary>A tree is held in twice the levels of its text: each value may have an object around it.</summary>
    public const int Tree = 1_000;
}
