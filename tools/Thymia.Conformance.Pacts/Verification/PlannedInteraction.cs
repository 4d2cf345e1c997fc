using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>An interaction about to be verified.</summary>
/// <param name="Content">The pact it is of.</param>
/// <param name="Json">As the pact has it.</param>
/// <param name="File">A pact that holds it alone, for Pact's core.</param>
/// <param name="SendsKey">Whether the configured key goes with it.</param>
internal sealed record PlannedInteraction(PactContent Content, JsonElement Json, string File, bool SendsKey)
{
    private const int DefaultStatus = 200;

    /// <summary>Whether it is to be accepted, as the pact has it.</summary>
    public bool IsMeantToSucceed => Statuses.IsSuccess(PactJson.Status(Json) ?? DefaultStatus);

    /// <summary>Whether something is created where the provider keeps the pact.</summary>
    public bool MayCreate => IsMeantToSucceed && !Methods.IsSafe(PactRequests.MethodOf(Json));
}
