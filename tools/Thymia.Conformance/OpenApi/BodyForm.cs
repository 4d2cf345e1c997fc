namespace Thymia.Conformance.OpenApi;

/// <summary>How a body's value becomes bytes.</summary>
public enum BodyForm
{
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>.</summary>
    Multipart,

    /// <summary>The text itself, such as <c>text/plain</c>.</summary>
    Text,

    /// <summary>Bytes as they are: <c>application/octet-stream</c>.</summary>
    Binary,
}
