namespace Thymia.Conformance.Schemas.Json;

/// <summary>The instance types of JSON Schema; <see cref="Number"/> includes every integer.</summary>
[Flags]
public enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,

    /// <summary>A number that is not whole; no type of its own in JSON Schema.</summary>
    Fraction = 8,
    Number = Fraction | Integer,
    String = 16,
    Array = 32,
    Object = 64,
    Any = Null | Boolean | Number | String | Array | Object,
}
