using System.Text.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>A request that breaks a constraint.</summary>
/// <param name="Sent">What stands at the broken place; null where no JSON value does, or none is known.</param>
internal sealed record BrokenRequest(CaseRequest Request, Lazy<JsonElement>? Sent);
