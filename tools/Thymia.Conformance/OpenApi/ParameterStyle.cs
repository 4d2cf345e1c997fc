namespace Thymia.Conformance.OpenApi;

/// <summary>How a parameter's value becomes text (OpenAPI, Parameter Object, "Style Values").</summary>
public enum ParameterStyle
{
    /// <summary><c>a=1&amp;a=2</c>, or <c>a=1,2</c> without explode; the default in query and cookie.</summary>
    Form,

    /// <summary><c>1,2</c>; the default in path and header, the only one there is in a header.</summary>
    Simple,

    /// <summary><c>.1,2</c>; in path alone.</summary>
    Label,

    /// <summary><c>;a=1,2</c>; in path alone.</summary>
    Matrix,

    /// <summary><c>a=1%202</c>; in query alone.</summary>
    SpaceDelimited,

    /// <summary><c>a=1%7C2</c>; in query alone.</summary>
    PipeDelimited,

    /// <summary><c>a[b]=1</c>; in query alone, for objects.</summary>
    DeepObject,
}
