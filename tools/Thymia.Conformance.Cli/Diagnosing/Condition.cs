namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>Whether what was looked at lets a run go well.</summary>
internal enum Condition
{
    Fine,

    /// <summary>A run works, and something about it deserves a look.</summary>
    Doubtful,

    /// <summary>A run would end without a verdict.</summary>
    Bad,
}
