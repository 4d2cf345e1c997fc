using System.Text.Json;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>One interaction that a stub answers by.</summary>
internal sealed class StubbedInteraction
{
    private StubbedInteraction(string file, JsonElement json, string? version)
    {
        File = file;
        Description = PactJson.Text(json, "description") ?? "an interaction without a description";
        IsKeyless = KeyMark.IsOn(json);
        Matcher = new RequestMatcher(json, version);
        Answer = new StubAnswer(json);
    }

    /// <summary>The pact it is of, as the user named it.</summary>
    public string File { get; }

    public string Description { get; }

    public RequestMatcher Matcher { get; }

    public StubAnswer Answer { get; }

    private bool IsKeyless { get; }

    /// <summary>
    /// Those of the pacts, in the order in which they are tried: a wrong key comes first, since others take any key;
    /// without a key comes last, since a request with one fits such an interaction as well. Messages are left out.
    /// </summary>
    public static IReadOnlyList<StubbedInteraction> Of(IReadOnlyList<PactSummary> pacts) =>
        [
            .. pacts
                .Select(p => (p.File, Content: PactContent.Read(p.File)))
                .SelectMany(
                    p => p.Content.Interactions.Where(i => PactJson.MessageType(i) is null),
                    (p, i) => (Made: new StubbedInteraction(p.File, i, p.Content.Specification), p.Content.Key)
                )
                .OrderBy(i => i.Made.IsKeyless || i.Key == PactKey.Absent)
                .ThenByDescending(i => i.Made.Answer.Status is 401 or 403)
                .Select(i => i.Made),
        ];
}
