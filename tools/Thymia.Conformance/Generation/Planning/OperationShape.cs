using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Bodies;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>An operation with all that generation needs to know of it, worked out once.</summary>
internal sealed class OperationShape
{
    // A body of more places is walked less deep.
    private const int MaxSites = 2_000;

    private readonly bool _isPartlyJudged;
    private readonly Lazy<bool> _isPlain;

    public OperationShape(Operation operation, SchemaLibrary library, JsonNode? example, CaseLimits? limits = null)
    {
        Limits = limits ?? new CaseLimits();
        Operation = operation;
        Library = library;
        Slug =
            $"{operation.Method.ToLowerInvariant()}-{string.Join('-', operation.Path.Split(
            ['/', '{', '}', '.', '_'], StringSplitOptions.RemoveEmptyEntries))}".ToLowerInvariant();
        Body = operation.Body is { } body ? library.At(body.SchemaPointer) : null;
        Sites = Body is null ? [] : SchemaWalker.Within(Body.Root, MaxSites);
        Example = example ?? DocumentedExample(Body);
        Values = new FittingValues(Body, operation.Body?.SchemaPointer, library, Example, Limits)
        {
            Given = operation.Body?.Given ?? ReadOnlyDictionary<string, IReadOnlyList<JsonElement>>.Empty,
        };
        Parameters =
        [
            .. operation
                .Parameters.Where(p => p.SchemaPointer is not null)
                .Select(p => new ParameterShape(p, library.At(p.SchemaPointer!), operation.Template))
                .Where(p => p.IsWritable || p.Parameter.Required),
        ];
        RejectionStatus = Rejection(operation);
        _isPlain = new(() =>
            (Body is null || IsJson)
            && Values.IsPlain
            && Parameters.All(p => PlainSchemas.IsPlain(p.Schema.Root, isBody: false))
        );
        _isPartlyJudged = Parameters.Select(p => p.Schema).Append(Body).Any(s => s is { PassedOver.Count: > 0 });
    }

    public Operation Operation { get; }

    public SchemaLibrary Library { get; }

    /// <summary>Methods documented on the same path.</summary>
    public required IReadOnlySet<string> PathMethods { get; init; }

    /// <summary>Every path of the description.</summary>
    public IReadOnlyList<PathTemplate> Paths { get; init; } = [];

    /// <summary>Starts the case ids: <c>post-v1-calls</c>.</summary>
    public string Slug { get; }

    /// <summary>The schema of the body; null where the operation takes none.</summary>
    public PayloadSchema? Body { get; }

    /// <summary>Whether the body is JSON, which has notations and ways to be malformed of its own.</summary>
    public bool IsJson => Operation.Body is not { Form: not BodyForm.Json };

    public IReadOnlyList<SchemaSite> Sites { get; }

    /// <summary>The documented example of the body; null where there is none.</summary>
    public JsonNode? Example { get; }

    public FittingValues Values { get; }

    public CaseLimits Limits { get; }

    /// <summary>Whether what is drawn for body and parameters is right in the first place.</summary>
    public bool IsPlain => _isPlain.Value;

    /// <summary>What is left untested, and why, in the order of its finding.</summary>
    public ConcurrentDictionary<string, string> Untested { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ParameterShape> Parameters { get; }

    /// <summary>
    /// The tier of a request that honours what is judged: one that may break a keyword that is passed over need not be
    /// accepted.
    /// </summary>
    public Tier Provable(Tier tier) => tier == Tier.Plausible && _isPartlyJudged ? Tier.SchemaOnly : tier;

    /// <summary>
    /// The status documented for invalid input: 422 where there is one, else 400, else any client error.
    /// </summary>
    public int? RejectionStatus { get; }

    /// <summary>A value as the operation's body.</summary>
    public byte[] Write(JsonNode? payload) =>
        Operation.Body is { } body && Body is not null
            ? BodyWriter.Write(body, payload, Body.Root)
            : Payloads.Write(payload);

    private static int? Rejection(Operation operation) =>
        new int?[] { 422, 400 }.FirstOrDefault(s => operation.Responses.Any(r => r.Status == $"{s}"))
        ?? (operation.ResponseFor(422) is { Status: not "default" } ? 422 : null);

    // Descriptions hold examples that break their own schema: those are no valid requests.
    private static JsonNode? DocumentedExample(PayloadSchema? body) =>
        body?.Root.Examples.Where(e => body.Check(e).Count == 0).Select(Payloads.ToNode).FirstOrDefault();
}
