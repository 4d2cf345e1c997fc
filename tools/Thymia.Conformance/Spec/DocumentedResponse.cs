using System.Globalization;

namespace Thymia.Conformance.Spec;

/// <summary>An answer that the contract documents.</summary>
/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Pointer">JSON Pointer of the response in the normalised document.</param>
/// <param name="Contents">Media type to the JSON Pointer of its schema; empty where no body is documented.</param>
public sealed record DocumentedResponse(string Status, string Pointer, IReadOnlyDictionary<string, string?> Contents)
{
    private const string Default = "default";

    // 422; or 4 for the range 4XX.
    private readonly int? _number = NumberOf(Status);

    /// <summary>Whether it is documented for that very status.</summary>
    public bool IsFor(int status) => _number == status;

    /// <summary>Whether it is documented for the range that the status is in.</summary>
    public bool IsForRangeOf(int status) => _number == status / 100;

    /// <summary>Whether it is documented for what no other answer is documented for.</summary>
    public bool IsDefault => Status == Default;

    private static int? NumberOf(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && status.Length == 3 ? code
        : status.Length == 3 && status.EndsWith("XX", StringComparison.OrdinalIgnoreCase) ? status[0] - '0'
        : null;
}
