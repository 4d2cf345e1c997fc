using System.Text.Json.Nodes;

namespace Thymia.Provider.Kept;

/// <summary>A call as the provider keeps it.</summary>
/// <param name="caller">The key that created it.</param>
/// <param name="createdAt">When it was created.</param>
/// <param name="body">The members that reading it gives.</param>
internal sealed class KeptCall(string caller, DateTimeOffset createdAt, JsonObject body)
{
    public string Id => Body["id"]!.GetValue<string>();

    public string Caller => caller;

    public DateTimeOffset CreatedAt => createdAt;

    public JsonObject Body { get; set; } = body;

    /// <summary>Whether it is deleted in name alone.</summary>
    public bool IsMarkedDeleted { get; set; }

    /// <summary>How often it was read.</summary>
    public int Reads { get; set; }

    /// <summary>Whether its data goes some time after its end.</summary>
    public bool IsDeletedLater => Body["deleteData"] is { } deletion && deletion.GetValue<bool>();
}
