using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Which interactions get the configured key in place of the one that the pact shows.</summary>
internal sealed class KeyRule(VerifyRequest verification)
{
    // What a missing header is answered with where it is declared as a required parameter.
    private static readonly int[] ValidationErrors = [400, 422];

    public bool Sends(PactContent content, JsonElement interaction)
    {
        if (!verification.HasSecrets || KeyMark.IsOn(interaction))
        {
            return false;
        }

        // What expects to be refused says itself which key it sends, or that it sends none.
        var status = PactJson.Status(interaction);
        return status is not (401 or 403)
            && (
                PactJson.HasRequestHeader(interaction, verification.KeyHeader)
                || !(IsOfKeylessFile(content) || Blames(interaction) || IsDocumented(interaction, status))
            );
    }

    // Files recorded here before interactions were marked; a merged file has interactions of both kinds.
    private static bool IsOfKeylessFile(PactContent content) =>
        content.Key == PactKey.Absent && !content.Interactions.Any(KeyMark.IsOn);

    /// <summary>The expected error names the header as the place at fault.</summary>
    private bool Blames(JsonElement interaction) =>
        PactJson.Body(PactJson.Member(interaction, "response")) is { } body && Names(body);

    private bool Names(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array
                when value.GetArrayLength() == 2
                    && value[0] is { ValueKind: JsonValueKind.String } part
                    && part.GetString() == "header"
                    && value[1] is { ValueKind: JsonValueKind.String } name => name.GetString()!
                .Equals(verification.KeyHeader, StringComparison.OrdinalIgnoreCase),
            JsonValueKind.Array => value.EnumerateArray().Any(Names),
            JsonValueKind.Object => value.EnumerateObject().Any(p => Names(p.Value)),
            _ => false,
        };

    /// <summary>
    /// Nothing but the missing key can be the reason why a request that is valid otherwise must get the documented
    /// validation error.
    /// </summary>
    private bool IsDocumented(JsonElement interaction, int? status) =>
        status is { } number
        && ValidationErrors.Contains(number)
        && OperationOf(interaction) is { Credential.IsParameter: true } operation
        && operation.ResponseFor(number) is not null
        && HasValidBody(operation, interaction);

    private Operation? OperationOf(JsonElement interaction)
    {
        var path = PactJson.Text(PactJson.Member(interaction, "request"), "path");
        return path is null
            ? null
            : new PactRequests(verification.Operations).OperationOf(PactRequests.MethodOf(interaction), path);
    }

    private bool HasValidBody(Operation operation, JsonElement interaction)
    {
        if (operation.Body is not { } documented || verification.Library is not { } library)
        {
            return operation.Body is null;
        }

        return PactJson.Body(PactJson.Member(interaction, "request")) is { } body
            ? library.At(documented.SchemaPointer).Check(System.Text.Encoding.UTF8.GetBytes(body.GetRawText())).Count
                == 0
            : !documented.Required;
    }
}
