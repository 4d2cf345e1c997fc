using System.Text.Json;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// The mark of an interaction whose request carries no API key on purpose. It is a comment of Pact V4, which other
/// tools keep and pass over, so it survives merging files, publishing by any client, and a broker.
/// </summary>
internal static class KeyMark
{
    /// <summary>The comment's name.</summary>
    public const string Space = CorePactWriter.MetadataSpace;

    /// <summary>True where the interaction says itself that it sends no key.</summary>
    public static bool IsOn(JsonElement interaction) =>
        PactJson.Member(PactJson.Member(PactJson.Member(interaction, "comments"), Space), "key")
            is { ValueKind: JsonValueKind.String } key
        && key.GetString() == "absent";
}
