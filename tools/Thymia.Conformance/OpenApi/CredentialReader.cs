using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Finds which secrets an operation demands.</summary>
internal sealed class CredentialReader(JsonElement document)
{
    private readonly Place _root = new("", document);

    /// <summary>
    /// The alternatives that the operation offers, or the document where the operation is silent, each with the secrets
    /// that go together; none of them where none is demanded. An alternative without secrets means that they are
    /// optional. Failing all that, a header parameter named like a scheme that the document defines.
    /// </summary>
    /// <param name="unsendable">Schemes of alternatives that are left out, since nobody here can send them.</param>
    public IReadOnlyList<IReadOnlyList<Credential>> Read(
        Place operation,
        IReadOnlyList<Parameter> parameters,
        out IReadOnlyList<string> unsendable
    )
    {
        var schemes = Schemes().ToDictionary(s => s.Name, s => s.Credential);
        var demands = operation.Child("security") ?? _root.Child("security");
        var stated = demands?.Children().Select(d => d.Value.Children().Select(s => s.Name).ToList()).ToList() ?? [];
        unsendable = [.. stated.SelectMany(a => a).Where(s => schemes.GetValueOrDefault(s) is null).Distinct()];
        if (stated.Count > 0)
        {
            return
            [
                .. stated
                    .Where(a => a.TrueForAll(s => schemes.GetValueOrDefault(s) is not null))
                    .Select(a => a.ConvertAll(s => Declared(schemes[s]!, parameters) ?? schemes[s]!)),
            ];
        }

        return
            schemes
                .Values.OfType<Credential>()
                .Where(c => c.In == "header")
                .Select(c => Declared(c, parameters))
                .FirstOrDefault(c => c is not null)
                is { } found
            ?
            [
                [found],
            ]
            : [];
    }

    /// <summary>Whether a parameter is where a secret goes.</summary>
    public static bool IsFor(Parameter parameter, Credential credential) =>
        parameter.In == credential.In
        && string.Equals(
            parameter.Name,
            credential.Header,
            credential.In == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );

    private static Credential? Declared(Credential credential, IEnumerable<Parameter> parameters) =>
        parameters.FirstOrDefault(p => IsFor(p, credential)) is { } parameter
            ? credential with
            {
                Header = parameter.Name,
                IsParameter = parameter.Required,
                Pointer = parameter.Pointer,
            }
            : null;

    // Null for what cannot be sent, such as a certificate of the client.
    private IEnumerable<(string Name, Credential? Credential)> Schemes()
    {
        foreach (var (name, stated) in _root.Child("components")?.Child("securitySchemes")?.Children() ?? [])
        {
            var scheme = stated.Follow(document);
            var usual = new Credential("Authorization", false, scheme.Pointer) { Scheme = name };
            yield return (
                name,
                (scheme.Text("type"), scheme.Text("scheme")?.ToLowerInvariant()) switch
                {
                    ("apiKey", _)
                        when scheme.Text("name") is { } key
                            && scheme.Text("in") is ("header" or "query" or "cookie") and var place => usual with
                    {
                        Header = key,
                        In = place,
                    },
                    ("http", "basic") => usual with { Form = CredentialForm.Basic },
                    ("http", "bearer") or ("oauth2" or "openIdConnect", _) => usual with
                    {
                        Form = CredentialForm.Bearer,
                    },
                    _ => null,
                }
            );
        }
    }
}
