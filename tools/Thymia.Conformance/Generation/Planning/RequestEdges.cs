using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Valid requests that are written otherwise around the values: with other headers, a body of no stated length, names
/// of headers in another case, a property twice.
/// </summary>
internal sealed class RequestEdges(CaseFactory factory)
{
    private const string Around = "around";
    private const string OtherCase = "key-name-in-other-case";

    private static readonly (string Kind, Tier Tier, string Name, string Value)[] Headers =
    [
        ("accept-anything", Tier.Plausible, "Accept", "*/*"),
        ("accept-with-parameters", Tier.Plausible, "Accept", "application/json; charset=utf-8; q=0.9, */*; q=0.1"),
        ("accept-language", Tier.Plausible, "Accept-Language", "cy, de-AT; q=0.7, *; q=0.1"),
        ("unknown-header", Tier.Plausible, "X-Conformance-Unknown", "\"1\", 2; a=b"),
    ];

    private Operation Operation => factory.Shape.Operation;

    public IEnumerable<CasePlan> All() =>
        [.. OfHeaders(), .. OfKeyName(), .. OfNoKey(), .. OfLength(), .. PropertyTwice()];

    // What the description itself says of a header goes before.
    private IEnumerable<CasePlan> OfHeaders() =>
        from header in Headers
        where !Operation.Parameters.Any(p => p.In == "header" && Is(p.Name, header.Name))
        where !Operation.Credentials.Any(c => c.In == "header" && Is(c.Header, header.Name))
        where Answers(header.Name)
        select Plan(header.Kind, header.Tier, r => With(r, header.Name, header.Value));

    // Names of headers are the same in any case (RFC 9110, 5.1).
    private IEnumerable<CasePlan> OfKeyName() =>
        Operation.Credentials is [{ In: "header" } credential, ..]
        && Swapped(credential.Header) is var other
        && other != credential.Header
            ?
            [
                Plan(OtherCase, Tier.Plausible, r =>
                    r with
                    {
                        KeyHeader = other,
                        Credentials = [credential with { Header = other }, .. r.Credentials.Skip(1)],
                    }
                ),
            ]
            : [];

    // An empty alternative lets anybody in (OpenAPI, Operation Object, security).
    private IEnumerable<CasePlan> OfNoKey() =>
        Operation.Credentials.Count > 0 && Operation.Alternatives.Any(a => a.Count == 0)
            ?
            [
                factory.Valid(new Location("request", ""), "header", "without-credential", Tier.Plausible, d =>
                    Whole(d) with
                    {
                        KeyHeader = null,
                        Credentials = [],
                        Key = KeyUse.Absent,
                    }
                ),
            ]
            : [];

    // A recipient may ask for a length (RFC 9110, 15.5.12).
    private IEnumerable<CasePlan> OfLength() =>
        factory.Shape.Body is null
            ? []
            : [Plan("body-in-chunks", Tier.SchemaOnly, r => With(r, "Transfer-Encoding", "chunked"))];

    // Names should be unique (RFC 8259, 4); the values are the same, so that it does not matter which one counts.
    private IEnumerable<CasePlan> PropertyTwice()
    {
        if (factory.Shape is not { IsJson: true, Body.Root.Required.Count: > 0 })
        {
            yield break;
        }

        var plan = factory.Valid(Location.Body, "notation", "property-twice", Tier.SchemaOnly, d => Twice(Whole(d)));
        if (factory.IsSound(plan))
        {
            yield return plan;
        }
    }

    private CasePlan Plan(string kind, Tier tier, Func<CaseRequest, CaseRequest> change) =>
        factory.Valid(
            new Location("request", ""),
            "header",
            kind,
            tier,
            d => change(Whole(d)),
            new RequestPart(Around) { Change = change }
        );

    private CaseRequest Whole(Draw draw) =>
        factory.Shape.Body is { } body
            ? factory.Request(draw, factory.Shape.Values.Make(body.Root, new Recipe { Draw = draw }))
            : factory.Request(draw, (ReadOnlyMemory<byte>?)null);

    // Whoever answers with something else than JSON may not have what is accepted.
    private bool Answers(string header) =>
        header != "Accept"
        || Operation.Responses.All(r => r.Contents.Count == 0 || r.Contents.Keys.Any(type => MediaTypes.IsJson(type)));

    private static CaseRequest With(CaseRequest request, string name, string value) =>
        request with
        {
            Headers = [.. request.Headers, KeyValuePair.Create(name, value)],
        };

    // The first member again, behind the others.
    private static CaseRequest Twice(CaseRequest request)
    {
        var text = Encoding.UTF8.GetString((request.Body ?? default).Span);
        using var document = JsonDocument.Parse(text);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.GetPropertyCount() > 0
            ? request with
            {
                Body = Encoding.UTF8.GetBytes($"{text[..^1]},{root.EnumerateObject().First()}}}"),
            }
            : request;
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Swapped(string name) =>
        name.Any(char.IsAsciiLetterUpper) ? name.ToLowerInvariant() : name.ToUpperInvariant();
}
