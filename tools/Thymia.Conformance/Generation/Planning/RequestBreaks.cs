using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Requests that are wrong around the values: no body, no JSON, another content type, key, method or path.
/// </summary>
internal sealed class RequestBreaks(CaseFactory factory)
{
    private static readonly string[] Methods = ["GET", "PUT", "PATCH", "DELETE", "POST", "HEAD", "TRACE"];

    // What goes without a body, as its own sense or RFC 9110, 9.3.8, has it.
    private static readonly string[] Bodiless = ["HEAD", "TRACE"];

    private static readonly byte[] NoText = [0xFF, 0xFE, 0x00, 0x80, 0xC3, 0x28, 0x0D, 0x0A, 0xF5];

    private static readonly (string Kind, string[] Suffixes)[] Elsewheres =
    [
        ("unknown-child", ["/unknown", "/unknown/unknown", "/unknown/of/any/template"]),
        ("misspelled", ["x"]),
    ];

    private static readonly (string Kind, KeyUse Key)[] WrongKeys =
    [
        ("wrong", KeyUse.Wrong),
        ("other-case", KeyUse.OtherCase),
        ("first-half", KeyUse.FirstHalf),
        ("extended", KeyUse.Extended),
        ("same-length", KeyUse.SameLength),
        ("wildcard", KeyUse.Wildcard),
        ("pattern", KeyUse.Pattern),
        ("injection", KeyUse.Injection),
        ("null-word", KeyUse.NullWord),
    ];

    private Operation Operation => factory.Shape.Operation;

    public IEnumerable<CasePlan> All() => [.. OfBody(), .. OfEncoding(), .. OfContentType(), .. OfKey(), .. OfTarget()];

    private IEnumerable<CasePlan> OfBody()
    {
        if (Operation.Body is not { } body)
        {
            yield break;
        }

        // A body that nothing demands may be left out.
        if (body.Required || body.DemandedBy is not null)
        {
            var required = new Constraint(
                Location.Body,
                "requestBody",
                body.Required ? "true" : "false",
                Operation.Pointer + "/requestBody"
            );
            var absence = body.DemandedBy is { } reason
                ? new Expectation.Refused(Expectation.AnyClientError, reason)
                : factory.Rejected(Location.Body);
            yield return factory.Broken(required, "absent", absence, d =>
                factory.Request(d, (ReadOnlyMemory<byte>?)null)
            );
            yield return factory.Broken(required, "empty", absence, d =>
                factory.Request(d, ReadOnlyMemory<byte>.Empty)
            );
        }

        if (!factory.Shape.IsJson)
        {
            yield break;
        }

        var json = new Constraint(Location.Body, "json", "true", Operation.Pointer + "/requestBody");
        var sample = Valid(factory.DrawFor("malformed"));
        foreach (
            var (kind, change) in MalformedJson.Kinds.Where(k => StrictJson.TryRead(k.Change(sample), out _) is null)
        )
        {
            yield return factory.Broken(json, kind, factory.Rejected(Location.Body), d =>
                factory.Request(d, change(Valid(d)).AsMemory())
            );
        }

        var unreadable = new Expectation.Refused(
            Expectation.AnyClientError,
            "RFC 8259 lets a parser limit the depth; the contract documents no status for that"
        );
        yield return factory.Broken(json, "endless-depth", unreadable, d =>
            factory.Request(d, MalformedJson.Endless.AsMemory())
        );
    }

    private IEnumerable<CasePlan> OfEncoding()
    {
        if (Operation.Body is null || !factory.Shape.IsJson)
        {
            yield break;
        }

        var constraint = new Constraint(Location.Body, "encoding", "\"utf-8\"", Operation.Pointer + "/requestBody");
        var refused = new Expectation.Refused(
            Expectation.AnyClientError,
            "RFC 8259 allows UTF-8 alone; the contract documents no status for other bytes"
        );
        foreach (var (kind, change) in MalformedJson.Encodings)
        {
            yield return factory.Broken(constraint, kind, refused, d =>
                factory.Request(d, change(Valid(d)).AsMemory())
            );
        }

        foreach (
            var (kind, type) in new[]
            {
                ("bytes", Operation.Body.ContentType),
                ("bytes-as-text", "text/plain; charset=utf-8"),
                ("bytes-as-form", "application/x-www-form-urlencoded"),
                ("bytes-as-octet-stream", "application/octet-stream"),
            }.Where(t => t.Item2 == Operation.Body.ContentType || !IsDocumented(t.Item2))
        )
        {
            yield return factory.Broken(constraint, kind, refused, d =>
                factory.Request(d, NoText.AsMemory()) with
                {
                    ContentType = type,
                }
            );
        }
    }

    private IEnumerable<CasePlan> OfContentType()
    {
        if (Operation.Body is not { } body)
        {
            yield break;
        }

        var constraint = new Constraint(
            Location.Body,
            "contentType",
            $"\"{body.ContentType}\"",
            Operation.Pointer + "/requestBody"
        );
        var refused = new Expectation.Refused(
            Expectation.AnyClientError,
            $"the contract documents {body.ContentType} alone, without saying what another type gets"
        );
        foreach (
            var (kind, type) in new (string, string?)[]
            {
                ("none", null),
                ("text-plain", "text/plain"),
                ("text-html", "text/html"),
                ("xml", "application/xml"),
                ("form", "application/x-www-form-urlencoded"),
                ("multipart", "multipart/form-data; boundary=x"),
                ("octet-stream", "application/octet-stream"),
                ("misspelled", "application/jsn"),
            }.Where(t => t.Item2 is null || !IsDocumented(t.Item2))
        )
        {
            yield return factory.Broken(constraint, kind, refused, d => Whole(d) with { ContentType = type });
        }
    }

    // Where another alternative is met without it, a request that lacks it is right.
    private IEnumerable<CasePlan> OfKey() =>
        Operation
            .Credentials.Where(c =>
                !Operation.Alternatives.Any(a =>
                    a.All(other =>
                        other.Scheme != c.Scheme && Operation.Credentials.Any(sent => sent.Scheme == other.Scheme)
                    )
                )
            )
            .SelectMany(OfKey);

    private IEnumerable<CasePlan> OfKey(Credential credential)
    {
        var place = new Location(credential.In, JsonPointer.Append("", credential.Header));
        var forbidden = new Expectation.Refused(
            [401, 403],
            "the contract documents no status for a key that is not valid"
        );
        var required = new Constraint(place, "required", "true", credential.Pointer);
        yield return factory.Broken(
            required,
            "absent",
            credential.IsParameter ? factory.Rejected(place) : forbidden,
            d => Whole(d) with { Key = KeyUse.Absent, KeyName = credential.Header }
        );

        foreach (var plan in OfAbsentKey(credential, required))
        {
            yield return plan;
        }

        var security = new Constraint(place, "security", "true", credential.Pointer);
        foreach (var (kind, key) in WrongKeys)
        {
            yield return factory.Broken(security, kind, forbidden, d =>
                Whole(d) with
                {
                    Key = key,
                    KeyName = credential.Header,
                }
            );
        }

        if (factory.Shape is { IsJson: true, Body: not null })
        {
            // Which of the two is looked at first is the provider's choice.
            yield return factory.Broken(
                security,
                KindNames.WrongBesideMalformedBody,
                forbidden with
                {
                    Statuses =
                    [
                        400,
                        401,
                        403,
                        .. factory.Shape.RejectionStatus is { } status ? [status] : Array.Empty<int>(),
                    ],
                },
                d =>
                    factory.Request(d, "{"u8.ToArray().AsMemory()) with
                    {
                        Key = KeyUse.Wrong,
                        KeyName = credential.Header,
                    }
            );
        }

        yield return factory.Broken(
            security,
            "empty",
            forbidden with
            {
                Statuses = [401, 403, .. factory.Shape.RejectionStatus is { } s ? [s] : Array.Empty<int>()],
            },
            d => Whole(d) with { Key = KeyUse.Empty, KeyName = credential.Header }
        );
    }

    // What stands around a request must not decide whether its key is asked for.
    private IEnumerable<CasePlan> OfAbsentKey(Credential credential, Constraint required)
    {
        var elsewhere = new Expectation.Refused(
            [.. Enumerable.Range(300, 200)],
            "no spelling of a path may lead past the key"
        );
        CaseRequest WithoutKey(CaseRequest request) =>
            request with
            {
                Key = KeyUse.Absent,
                KeyName = credential.Header,
            };

        // The values in a path may be those that exist.
        if (Operation.Path.Contains('{', StringComparison.Ordinal))
        {
            yield break;
        }

        if (IsUnknown("/"))
        {
            yield return factory.Broken(required, "absent-with-trailing-slash", elsewhere, d =>
                WithoutKey(Elsewhere(Whole(d), "/"))
            );
        }

        var otherCase = Operation.Path.ToUpperInvariant();
        if (otherCase != Operation.Path && !factory.Shape.Paths.Any(p => p.Matches(otherCase)))
        {
            yield return factory.Broken(required, "absent-with-path-in-other-case", elsewhere, d =>
                WithoutKey(At(Whole(d), otherCase))
            );
        }
    }

    private IEnumerable<CasePlan> OfTarget()
    {
        var request = new Location("request", "");
        var method = new Constraint(request, "method", $"\"{Operation.Method}\"", Operation.Pointer);
        var notAllowed = new Expectation.Refused([405], "the contract documents no such method on the path");
        foreach (
            var other in Methods.Where(m =>
                !factory.Shape.PathMethods.Contains(m) && (m != "HEAD" || !factory.Shape.PathMethods.Contains("GET"))
            )
        )
        {
            yield return factory.Broken(method, other.ToLowerInvariant(), notAllowed, d =>
                (Bodiless.Contains(other) ? Whole(d) with { Body = null, ContentType = null } : Whole(d)) with
                {
                    Method = other,
                    IsMethodUndocumented = true,
                }
            );
        }

        var path = new Constraint(request, "path", $"\"{Operation.Path}\"", Operation.Pointer);
        var notFound = new Expectation.Refused([404], "the contract documents no such path");
        foreach (var (kind, suffixes) in Elsewheres)
        {
            if (Array.Find(suffixes, IsUnknown) is { } suffix)
            {
                yield return factory.Broken(path, kind, notFound, d => Elsewhere(Whole(d), suffix));
            }
        }
    }

    // Another template may cover what lies next to this one (OpenAPI, Paths Object, Path Templating Matching).
    private bool IsUnknown(string suffix) => !factory.Shape.Paths.Any(p => p.Matches(Operation.Path + suffix));

    private static CaseRequest Elsewhere(CaseRequest request, string suffix) =>
        At(request, request.Target.Split('?')[0] + suffix);

    private static CaseRequest At(CaseRequest request, string path) =>
        request with
        {
            Target = string.Join('?', [path, .. request.Target.Split('?', 2).Skip(1)]),
        };

    private CaseRequest Whole(Draw draw) =>
        factory.Request(draw, factory.Shape.Body is null ? (ReadOnlyMemory<byte>?)null : Valid(draw));

    private byte[] Valid(Draw draw) =>
        factory.Shape.Body is { } body
            ? factory.Shape.Write(factory.Shape.Values.Make(body.Root, new Recipe { Draw = draw }))
            : [];

    private bool IsDocumented(string type) =>
        Operation
            .OtherBodies.Prepend(Operation.Body!)
            .Select(b => b.Documented)
            .Concat(Operation.UntestedMediaTypes)
            .Any(d => MediaTypes.Covers(d, type));
}
