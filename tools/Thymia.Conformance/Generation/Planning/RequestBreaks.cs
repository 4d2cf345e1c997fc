using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Requests that are wrong around the values: no body, no JSON, another content type, method or path.
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

    private readonly SoundRequests _sound = new(factory);

    private Operation Operation => factory.Shape.Operation;

    public IEnumerable<CasePlan> All() =>
        [.. OfBody(), .. OfEncoding(), .. OfContentType(), .. new KeyBreaks(factory).All(), .. OfTarget()];

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
        var sample = _sound.Body(factory.DrawFor("malformed"));
        foreach (
            var (kind, change) in MalformedJson.Kinds.Where(k => StrictJson.TryRead(k.Change(sample), out _) is null)
        )
        {
            yield return factory.Broken(json, kind, factory.Rejected(Location.Body), d =>
                factory.Request(d, change(_sound.Body(d)).AsMemory())
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
                factory.Request(d, change(_sound.Body(d)).AsMemory())
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
            yield return factory.Broken(constraint, kind, refused, d => _sound.Whole(d) with { ContentType = type });
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
                (
                    Bodiless.Contains(other)
                        ? _sound.Whole(d) with
                        {
                            Body = null,
                            ContentType = null,
                        }
                        : _sound.Whole(d)
                ) with
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
            if (Array.Find(suffixes, _sound.IsUnknown) is { } suffix)
            {
                yield return factory.Broken(path, kind, notFound, d => SoundRequests.Beside(_sound.Whole(d), suffix));
            }
        }
    }

    private bool IsDocumented(string type) =>
        Operation
            .OtherBodies.Prepend(Operation.Body!)
            .Select(b => b.Documented)
            .Concat(Operation.UntestedMediaTypes)
            .Any(d => MediaTypes.Covers(d, type));
}
