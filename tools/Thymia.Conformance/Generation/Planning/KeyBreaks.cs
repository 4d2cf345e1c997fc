using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Requests without a credential that the operation demands, or with another than was issued.</summary>
internal sealed class KeyBreaks(CaseFactory factory)
{
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

    private readonly SoundRequests _sound = new(factory);

    private Operation Operation => factory.Shape.Operation;

    // Where another alternative is met without it, a request that lacks it is right.
    public IEnumerable<CasePlan> All() =>
        Operation
            .Credentials.Where(c =>
                !Operation.Alternatives.Any(a =>
                    a.All(other =>
                        other.Scheme != c.Scheme && Operation.Credentials.Any(sent => sent.Scheme == other.Scheme)
                    )
                )
            )
            .SelectMany(Of);

    private IEnumerable<CasePlan> Of(Credential credential)
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
            d => _sound.Whole(d) with { Key = KeyUse.Absent, KeyName = credential.Header }
        );

        foreach (var plan in OfAbsence(credential, required))
        {
            yield return plan;
        }

        var security = new Constraint(place, "security", "true", credential.Pointer);
        foreach (var (kind, key) in WrongKeys)
        {
            yield return factory.Broken(security, kind, forbidden, d =>
                _sound.Whole(d) with
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
            d => _sound.Whole(d) with { Key = KeyUse.Empty, KeyName = credential.Header }
        );
    }

    // What stands around a request must not decide whether its key is asked for.
    private IEnumerable<CasePlan> OfAbsence(Credential credential, Constraint required)
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

        if (_sound.IsUnknown("/"))
        {
            yield return factory.Broken(required, "absent-with-trailing-slash", elsewhere, d =>
                WithoutKey(SoundRequests.Beside(_sound.Whole(d), "/"))
            );
        }

        var otherCase = Operation.Path.ToUpperInvariant();
        if (otherCase != Operation.Path && !factory.Shape.Paths.Any(p => p.Matches(otherCase)))
        {
            yield return factory.Broken(required, "absent-with-path-in-other-case", elsewhere, d =>
                WithoutKey(SoundRequests.At(_sound.Whole(d), otherCase))
            );
        }
    }
}
