namespace Thymia.Conformance.OpenApi;

/// <summary>One method on one path template, with what it takes and what it documents to answer.</summary>
public sealed record Operation
{
    private PathTemplate? _template;

    /// <summary>Upper case, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path template, such as <c>/v1/calls/{id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The same, ready to be compared with paths.</summary>
    public PathTemplate Template => _template ??= PathTemplate.Parse(Path);

    /// <summary><c>operationId</c>, or method and path as a slug where the document gives none.</summary>
    public required string Id { get; init; }

    /// <summary>JSON Pointer of the operation in the normalised document.</summary>
    public required string Pointer { get; init; }

    /// <summary>JSON Pointer of the path item that it belongs to.</summary>
    internal string PathPointer =>
        JsonPointer.Parent(Pointer) is var parent && parent.EndsWith("/additionalOperations", StringComparison.Ordinal)
            ? JsonPointer.Parent(parent)
            : parent;

    /// <summary>What the document groups it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Path, query, header and cookie parameters, the credential excluded.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The first secret to send; null where none is demanded.</summary>
    public Credential? Credential => Credentials.Count > 0 ? Credentials[0] : null;

    /// <summary>All secrets to send at once.</summary>
    public IReadOnlyList<Credential> Credentials { get; init; } = [];

    /// <summary>The sets of secrets of which one is demanded; an empty one means that none need be sent.</summary>
    public IReadOnlyList<IReadOnlyList<Credential>> Alternatives { get; init; } = [];

    /// <summary>Names of headers that go with every request because they are configured; none by default.</summary>
    public IReadOnlyList<string> FurtherHeaders { get; init; } = [];

    /// <summary>Security schemes that nobody here can send.</summary>
    public IReadOnlyList<string> UnsendableSchemes { get; init; } = [];

    /// <summary>
    /// The request body that is tested thoroughly; null where the operation takes none that can be sent.
    /// </summary>
    public RequestBody? Body { get; init; }

    /// <summary>Bodies of other media types, each of which is tried validly.</summary>
    public IReadOnlyList<RequestBody> OtherBodies { get; init; } = [];

    /// <summary>Whether a request without a body is wrong, tested or not.</summary>
    public bool DemandsBody { get; init; }

    /// <summary>Media types of the request that are not tested.</summary>
    public IReadOnlyList<string> UntestedMediaTypes { get; init; } = [];

    /// <summary>Header parameters that HTTP itself sets, such as <c>Host</c>, and that are not tested.</summary>
    internal IReadOnlyList<string> ConnectionHeaders { get; init; } = [];

    /// <summary>By status as documented: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
    public IReadOnlyList<DocumentedResponse> Responses { get; init; } = [];

    /// <summary>How findings and tests name it: <c>POST /v1/calls</c>.</summary>
    public string Name => string.Concat(Method, " ", Path);

    /// <summary>
    /// What the contract documents for <paramref name="status"/>: the exact one, else its range, else the default.
    /// </summary>
    public DocumentedResponse? ResponseFor(int status)
    {
        DocumentedResponse? wider = null;
        for (var i = 0; i < Responses.Count; i++)
        {
            var response = Responses[i];
            if (response.IsFor(status))
            {
                return response;
            }

            wider =
                response.IsForRangeOf(status) && wider?.IsDefault != false ? response
                : response.IsDefault ? wider ?? response
                : wider;
        }

        return wider;
    }
}
