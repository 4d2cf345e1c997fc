using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Which of a provider's pacts a broker is asked for.</summary>
public sealed record PactSelection
{
    public required string Provider { get; init; }

    /// <summary>
    /// Consumer version selectors as Pact documents them; by default those of every consumer's main branch, and those
    /// deployed or released.
    /// </summary>
    public IReadOnlyList<JsonObject> Selectors { get; init; } = [];

    /// <summary>The branch of the provider's code; what is pending depends on it.</summary>
    public string? ProviderBranch { get; init; }

    /// <summary>Whether a pact that this branch has not honoured yet may fail without consequence.</summary>
    public bool EnablePending { get; init; }

    /// <summary>Also pacts that no selector names, if newer than this day; null for none.</summary>
    public DateOnly? WorkInProgressSince { get; init; }

    /// <summary>For people: <c>selectors {"branch":"feature"}</c>.</summary>
    public string Words => $"selectors {string.Join(", ", AllSelectors().Select(s => s.ToJsonString()))}";

    internal JsonObject ToJson()
    {
        var selectors = AllSelectors();
        var json = new JsonObject
        {
            ["includePendingStatus"] = EnablePending,
            ["consumerVersionSelectors"] = new JsonArray([.. selectors]),
        };
        if (ProviderBranch is { } branch)
        {
            json["providerVersionBranch"] = branch;
        }

        if (WorkInProgressSince is { } since)
        {
            json["includeWipPactsSince"] = since.ToString(
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture
            );
        }

        return json;
    }

    private JsonObject[] AllSelectors() =>
        Selectors.Count > 0
            ? [.. Selectors.Select(s => s.DeepClone().AsObject())]
            : [new() { ["mainBranch"] = true }, new() { ["deployedOrReleased"] = true }];
}
