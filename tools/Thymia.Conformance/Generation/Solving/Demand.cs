using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>A schema that a value must fit or, within <c>not</c> and its like, must not.</summary>
internal readonly record struct Demand(SchemaPart Part, bool Holds)
{
    public string Key => (Holds ? '+' : '-') + Part.Pointer;

    public Demand Negated => this with { Holds = !Holds };
}

/// <summary>One keyword of a schema that must hold for a value, or must not.</summary>
/// <param name="Name">The property that it is about, where it is about one.</param>
internal readonly record struct Literal(SchemaPart Part, string Keyword, bool Holds, string Name = "")
{
    /// <summary>Stands for the demand that the property <see cref="Name"/> be there or, negated, be absent.</summary>
    public const string Presence = "#presence";
}
