using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Finds the header that carries an operation's API key.</summary>
internal sealed class CredentialReader(JsonElement document)
{
    private readonly Place _root = new("", document);

    /// <summary>
    /// The key scheme that the operation demands, or the document where the operation is silent; failing that a header
    /// parameter named like a scheme that the document defines. Null where nothing of the kind is there.
    /// </summary>
    public Credential? Read(Place operation, IReadOnlyList<Parameter> parameters)
    {
        var schemes = KeyHeaders().ToList();
        var demands = operation.Child("security") ?? _root.Child("security");
        var demanded = schemes.Where(s => demands?.Children().Any(d => d.Value.Child(s.Scheme) is not null) == true);
        foreach (var (_, header, pointer) in demanded)
        {
            return Declared(header, parameters) ?? new Credential(header, false, pointer);
        }

        return schemes.Select(s => Declared(s.Header, parameters)).FirstOrDefault(c => c is not null);
    }

    public static bool IsHeader(Parameter parameter, string? name) =>
        parameter.In == "header" && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);

    private static Credential? Declared(string header, IEnumerable<Parameter> parameters)
    {
        var parameter = parameters.FirstOrDefault(p => IsHeader(p, header));
        return parameter is null ? null : new Credential(parameter.Name, parameter.Required, parameter.Pointer);
    }

    private IEnumerable<(string Scheme, string Header, string Pointer)> KeyHeaders()
    {
        foreach (var (name, stated) in _root.Child("components")?.Child("securitySchemes")?.Children() ?? [])
        {
            var scheme = stated.Follow(document);
            if (scheme.Text("type") == "apiKey" && scheme.Text("in") == "header" && scheme.Text("name") is { } header)
            {
                yield return (name, header, scheme.Pointer);
            }
        }
    }
}
