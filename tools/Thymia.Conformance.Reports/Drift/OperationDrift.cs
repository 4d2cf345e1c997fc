using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>Compares one operation in two contracts: its key, parameters, body and answers.</summary>
internal sealed class OperationDrift(ApiDescription before, ApiDescription after)
{
    private readonly SchemaLibrary _oldSchemas = new(before);
    private readonly SchemaLibrary _newSchemas = new(after);

    public IEnumerable<ContractChange> Between(Operation old, Operation now) =>
        new CredentialDrift(before, after)
            .Between(old, now)
            .Concat(Parameters(old, now))
            .Concat(Body(old, now))
            .Concat(Responses(old, now));

    private IEnumerable<ContractChange> Parameters(Operation old, Operation now)
    {
        var known = old.Parameters.ToDictionary(KeyOf, StringComparer.Ordinal);
        foreach (var parameter in now.Parameters)
        {
            var where = $"{now.Name}, {parameter.In} {parameter.Name}";
            if (!known.Remove(KeyOf(parameter), out var was))
            {
                yield return At(
                    parameter.Required ? Broken.Consumers : Broken.Providers,
                    where,
                    parameter.Required ? "parameter added, required" : "parameter added",
                    null,
                    parameter.SchemaPointer
                );
                continue;
            }

            if (was.Required != parameter.Required)
            {
                yield return At(
                    parameter.Required ? Broken.Consumers : Broken.Providers,
                    where,
                    parameter.Required ? "required now" : "no longer required",
                    was.SchemaPointer,
                    parameter.SchemaPointer
                );
            }

            foreach (var change in Schemas(was.SchemaPointer, parameter.SchemaPointer, where, SchemaSide.Request))
            {
                yield return change;
            }
        }

        foreach (var gone in known.Values)
        {
            yield return At(
                Broken.Consumers,
                $"{now.Name}, {gone.In} {gone.Name}",
                "parameter removed",
                gone.SchemaPointer,
                null
            );
        }
    }

    private IEnumerable<ContractChange> Body(Operation old, Operation now)
    {
        var where = $"{now.Name}, request body";
        if (old.Body is null || now.Body is null)
        {
            return old.Body == now.Body
                ? []
                :
                [
                    At(
                        now.Body is { Required: false } ? Broken.Providers : Broken.Consumers,
                        where,
                        old.Body is null ? "body added" : "body removed",
                        old.Body?.SchemaPointer,
                        now.Body?.SchemaPointer
                    ),
                ];
        }

        var changes = new List<ContractChange>();
        if (old.Body.Required != now.Body.Required)
        {
            changes.Add(
                At(
                    now.Body.Required ? Broken.Consumers : Broken.Providers,
                    where,
                    now.Body.Required ? "required now" : "no longer required",
                    old.Body.SchemaPointer,
                    now.Body.SchemaPointer
                )
            );
        }

        if (old.Body.ContentType != now.Body.ContentType)
        {
            changes.Add(
                At(
                    Broken.Consumers,
                    where,
                    $"content type {old.Body.ContentType} became {now.Body.ContentType}",
                    old.Body.SchemaPointer,
                    now.Body.SchemaPointer
                )
            );
        }

        return [.. changes, .. Schemas(old.Body.SchemaPointer, now.Body.SchemaPointer, where, SchemaSide.Request)];
    }

    private IEnumerable<ContractChange> Responses(Operation old, Operation now)
    {
        var known = old.Responses.ToDictionary(r => r.Status, StringComparer.OrdinalIgnoreCase);
        foreach (var response in now.Responses)
        {
            var where = $"{now.Name}, answer {response.Status}";
            if (!known.Remove(response.Status, out var was))
            {
                yield return At(Broken.Consumers, where, "status added", null, response.Pointer);
                continue;
            }

            foreach (var (type, pointer) in response.Contents)
            {
                if (!was.Contents.TryGetValue(type, out var oldPointer))
                {
                    yield return At(
                        Broken.Consumers,
                        where,
                        $"content type {type} added",
                        null,
                        pointer ?? response.Pointer
                    );
                    continue;
                }

                foreach (var change in Schemas(oldPointer, pointer, $"{where} body", SchemaSide.Answer))
                {
                    yield return change;
                }
            }

            foreach (var type in was.Contents.Keys.Where(t => !response.Contents.ContainsKey(t)))
            {
                yield return At(Broken.Providers, where, $"content type {type} removed", was.Pointer, response.Pointer);
            }
        }

        foreach (var gone in known.Values)
        {
            yield return At(
                Broken.Providers,
                $"{now.Name}, answer {gone.Status}",
                "status removed",
                gone.Pointer,
                null
            );
        }
    }

    private static Direction WayOf(SchemaSide side) =>
        side == SchemaSide.Request ? Direction.Request : Direction.Answer;

    private IEnumerable<ContractChange> Schemas(string? old, string? now, string where, SchemaSide side) =>
        (old, now) switch
        {
            (null, null) => [],
            (null, { } pointer) => [At(side.Narrowed(), where, "schema added", null, pointer)],
            ({ } pointer, null) => [At(side.Widened(), where, "schema removed", pointer, null)],
            ({ } one, { } other) => new SchemaDrift(before, after, side).Between(
                _oldSchemas.At(one, WayOf(side)).Root,
                _newSchemas.At(other, WayOf(side)).Root,
                where
            ),
        };

    private ContractChange At(Broken breaks, string where, string what, string? old, string? now) =>
        new(breaks, where, what)
        {
            OldLine = old is null ? null : before.LineOf(old),
            OldFile = old is null ? null : before.SourceOf(old),
            NewLine = now is null ? null : after.LineOf(now),
            NewFile = now is null ? null : after.SourceOf(now),
        };

    private static string KeyOf(Parameter parameter) => $"{parameter.In} {parameter.Name.ToUpperInvariant()}";
}
