namespace Thymia.Conformance.OpenApi;

/// <summary>The servers that a description names. They are shown to people, and never dialled by themselves.</summary>
public static class Servers
{
    private const int MaxShown = 4;

    /// <summary>Absolute addresses in the order of the document, variables with their defaults.</summary>
    public static IReadOnlyList<string> Of(ApiDescription description) =>
        [
            .. new Place("", description.Document)
                .Child("servers")
                ?.Children()
                .Select(s => Filled(s.Value))
                .OfType<string>()
                .Where(IsAddress)
                .Take(MaxShown)
                ?? [],
        ];

    private static string? Filled(Place server)
    {
        var url = server.Text("url");
        foreach (var (name, variable) in server.Child("variables")?.Children() ?? [])
        {
            url = url?.Replace($"{{{name}}}", variable.Text("default") ?? "", StringComparison.Ordinal);
        }

        return url;
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
