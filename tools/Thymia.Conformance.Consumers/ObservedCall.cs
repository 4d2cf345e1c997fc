using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Matching;

namespace Thymia.Conformance.Consumers;

/// <summary>A request of the consumer and the answer it got.</summary>
/// <param name="Expected">The test's own expectation; null where the reference provider answered by itself.</param>
internal sealed record ObservedCall(
    Operation Operation,
    ReceivedRequest Request,
    int Status,
    string? ContentType,
    ReadOnlyMemory<byte> Answer,
    ExpectedCall? Expected
)
{
    public bool IsAccepted => Status < 400;

    /// <summary>Null where there is none, or it is no JSON.</summary>
    public JsonElement? Body => Request.Body is { } body ? BodyMatcher.Parse(body) : null;
}
