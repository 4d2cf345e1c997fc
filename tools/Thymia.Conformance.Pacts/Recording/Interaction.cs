using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// One interaction to record: what a consumer sends and relies on getting, free of any secret and of chance.
/// </summary>
public sealed record Interaction
{
    /// <summary>Stable between recordings; the order of interactions is that of their keys.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// A noun phrase, unique within a pact: <c>a call whose user.birthSex is not a member of its enum</c>.
    /// </summary>
    public required string Description { get; init; }

    public IReadOnlyList<ProviderState> States { get; init; } = [];

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Decoded names and values, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Values, or matchers in Pact's integration JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> RequestHeaders { get; init; } = [];

    /// <summary>Null where the request has no body.</summary>
    public InteractionBody? RequestBody { get; init; }

    public required int Status { get; init; }

    /// <summary>Null where nothing is expected of the answer's body.</summary>
    public InteractionBody? ResponseBody { get; init; }

    internal PactKey PactKey { get; init; }

    /// <summary>
    /// Pointers to objects of the request's body whose other members may be left out, with the names that must be
    /// there.
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Required { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;
}

/// <param name="Parameters">What the state is about; never a secret.</param>
public sealed record ProviderState(string Name, IReadOnlyDictionary<string, string> Parameters);

/// <summary>A body in Pact's integration JSON, or as plain text where it is no JSON on purpose.</summary>
/// <param name="ContentType">The media type without parameters.</param>
public sealed record InteractionBody(string ContentType, JsonNode? Json, string? Text);
