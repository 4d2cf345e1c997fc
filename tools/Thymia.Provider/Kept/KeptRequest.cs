using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Kept;

/// <summary>A request about calls that are kept.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Id">The id in the path; null where it is about all of them.</param>
/// <param name="IsOfResults">Whether it is about a call's results alone.</param>
/// <param name="Cursor">Where the page begins; null for the first.</param>
/// <param name="Call">The request itself.</param>
internal sealed record KeptRequest(string Method, string? Id, bool IsOfResults, string? Cursor, CallRequest Call)
{
    /// <summary>What a PUT or PATCH says, once it was found right.</summary>
    public JsonObject Changes { get; set; } = [];
}
