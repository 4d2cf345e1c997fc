using System.Globalization;

namespace Thymia.Conformance.OpenApi;

/// <summary>An answer that the contract documents.</summary>
/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Pointer">JSON Pointer of the response in the normalised document.</param>
/// <param name="Contents">Media type to the JSON Pointer of its schema; empty where no body is documented.</param>
public sealed record DocumentedResponse(string Status, string Pointer, IReadOnlyDictionary<string, string?> Contents)
{
    // 422, and 4 for the range 4XX: worked out once, since every answer asks.
    private readonly int? _code =
        Status.Length == 3 && int.TryParse(Status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private readonly int? _class =
        Status.Length == 3 && Status.EndsWith("XX", StringComparison.OrdinalIgnoreCase) ? Status[0] - '0' : null;

    /// <summary>The headers that it documents, the content type left out.</summary>
    public IReadOnlyList<Parameter> Headers { get; init; } = [];

    /// <summary>What it gives to other operations.</summary>
    public IReadOnlyList<DocumentedLink> Links { get; init; } = [];

    /// <summary>Whether it is documented for that very status.</summary>
    public bool IsFor(int status) => _code == status;

    /// <summary>Whether it is documented for the range that the status is in.</summary>
    public bool IsForRangeOf(int status) => _class == status / 100;

    /// <summary>Whether it is documented for a range, such as <c>4XX</c>.</summary>
    public bool IsForRange => _class is not null;

    /// <summary>Whether it is documented for what no other answer is documented for.</summary>
    public bool IsDefault => Status == "default";
}
