using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>
/// Members that a request's body must have though its other members may be left out. Pact's <c>eachKey</c> leaves the
/// choice of members open altogether, so pacts recorded here name those in a comment, which other tools pass over.
/// </summary>
internal sealed class RequiredMembers
{
    private readonly JsonElement? _places;

    private RequiredMembers(JsonElement? places)
    {
        _places = places;
    }

    public static RequiredMembers Of(JsonElement interaction) =>
        new(
            PactJson.Member(
                PactJson.Member(PactJson.Member(interaction, "comments"), KeyMark.Space),
                InteractionComment.Required
            )
        );

    public IEnumerable<RequestMismatch> Compare(ReceivedRequest request)
    {
        if (
            _places is not { ValueKind: JsonValueKind.Object } places
            || BodyMatcher.Parse(request.Body ?? default) is not { } body
        )
        {
            yield break;
        }

        foreach (var place in places.EnumerateObject())
        {
            var at = OpenApi
                .JsonPointer.Segments(place.Name)
                .Aggregate((JsonElement?)body, (at, step) => PactJson.Member(at, step));
            var missing = place
                .Value.EnumerateArray()
                .Select(n => n.GetString()!)
                .Where(n => at is { ValueKind: JsonValueKind.Object } && PactJson.Member(at, n) is null);
            foreach (var name in missing)
            {
                var where = string.Concat(OpenApi.JsonPointer.Segments(place.Name).Append(name).Select(s => $".{s}"));
                yield return new RequestMismatch($"request body at ${where}", "found nothing, expected this member");
            }
        }
    }
}
