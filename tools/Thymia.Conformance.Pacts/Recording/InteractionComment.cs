using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// What an interaction says of itself that Pact has no word for, as a comment under our name. Other
/// tools keep comments and pass over them.
/// </summary>
internal static class InteractionComment
{
    /// <summary>The member with the names that must be in an object though its other members may be left out.</summary>
    public const string Required = "required";

    /// <summary>Null where there is nothing to say.</summary>
    public static JsonObject? Of(Interaction interaction)
    {
        var comment = new JsonObject();
        if (interaction.PactKey == PactKey.Absent)
        {
            comment["key"] = "absent";
        }

        if (interaction.Required.Count > 0)
        {
            comment[Required] = new JsonObject(
                interaction
                    .Required.OrderBy(r => r.Key, StringComparer.Ordinal)
                    .Select(r =>
                        KeyValuePair.Create(
                            r.Key,
                            (JsonNode?)new JsonArray([.. r.Value.Select(n => JsonValue.Create(n))])
                        )
                    )
            );
        }

        return comment.Count > 0 ? comment : null;
    }
}
