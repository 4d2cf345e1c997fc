namespace Thymia.Conformance.Sequences.Relations;

/// <summary>What shows that an operation gives what another needs.</summary>
public enum RelationKind
{
    /// <summary>A file of values says so.</summary>
    Stated,

    /// <summary>The description's own <c>links</c>.</summary>
    Link,

    /// <summary>A POST to the collection of the thing.</summary>
    Path,

    /// <summary>An answer that has a property of the parameter's very name, or is of the thing's own schema.</summary>
    Name,

    /// <summary>A list of things that are there already, and may be read alone.</summary>
    List,
}
