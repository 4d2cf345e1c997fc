using System.Text.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Frameworks;

/// <summary>How the validation errors of a framework list what is wrong with a request.</summary>
internal interface IErrorFormat
{
    /// <summary>JSON Pointer of the list within the answer's body, such as <c>/detail</c>.</summary>
    string List { get; }

    /// <summary>The member of an error that leads to the broken place, such as <c>loc</c>.</summary>
    string Path { get; }

    /// <summary>The members of an error that must say something to a person.</summary>
    IReadOnlyList<string> Texts { get; }

    /// <summary>Where a client reads that there is such a list.</summary>
    string Source { get; }

    /// <summary>True where the contract describes such a list; checks on it apply to no other contract.</summary>
    bool IsDescribedBy(PayloadSchema? schema);

    /// <summary>The errors; none where there is no such list.</summary>
    IReadOnlyList<JsonElement> In(JsonElement? body);

    /// <summary>The way to the broken place, a step an item; none where the error names none.</summary>
    IReadOnlyList<string> PathOf(JsonElement error);

    /// <summary>The framework's word for what is wrong; null where the error has none.</summary>
    string? TypeOf(JsonElement error);
}
