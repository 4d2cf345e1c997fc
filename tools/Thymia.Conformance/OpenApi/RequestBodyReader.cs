using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads the bodies that an operation takes: one for each media type that can be sent.</summary>
internal sealed class RequestBodyReader(JsonElement document)
{
    /// <summary>JSON first, since it can be broken in the most ways, then in the order of the document.</summary>
    public IReadOnlyList<RequestBody> Read(Place operation) =>
        [.. Documented(operation).OfType<RequestBody>().OrderBy(b => b.Form == BodyForm.Json ? 0 : 1)];

    /// <summary>Media types that the operation takes and nobody here can write.</summary>
    public IReadOnlyList<string> Untested(Place operation) =>
        [.. Content(operation).Where(m => FormOf(m.Name) is null).Select(m => m.Name)];

    private IEnumerable<RequestBody?> Documented(Place operation)
    {
        var required = operation.Child("requestBody")?.Follow(document).IsTrue("required") == true;
        foreach (var (type, media) in Content(operation))
        {
            if (FormOf(type) is { } form && media.Child("schema") is { } schema)
            {
                var body = new RequestBody(required, MediaTypes.Concrete(type), schema.Pointer)
                {
                    Form = form,
                    Documented = type,
                };
                yield return media.Child("encoding") is not { } encodings
                    ? body
                    : body with
                    {
                        Encodings = encodings
                            .Children()
                            .DistinctBy(e => e.Name)
                            .ToDictionary(e => e.Name, e => Encoding(e.Value)),
                    };
            }
        }
    }

    private IEnumerable<(string Name, Place Value)> Content(Place operation) =>
        operation
            .Child("requestBody")
            ?.Follow(document)
            .Child("content")
            ?.Children()
            .Select(m => (m.Name, m.Value.Follow(document)))
        ?? [];

    private static BodyForm? FormOf(string type) =>
        MediaTypes.Bare(MediaTypes.Concrete(type)).ToLowerInvariant() switch
        {
            var json when MediaTypes.IsJson(json) => BodyForm.Json,
            "application/x-www-form-urlencoded" => BodyForm.Form,
            "multipart/form-data" => BodyForm.Multipart,
            "text/plain" => BodyForm.Text,
            "application/octet-stream" => BodyForm.Binary,
            _ => null,
        };

    private static PropertyEncoding Encoding(Place stated) =>
        new(
            stated.Text("contentType")?.Split(',')[0].Trim(),
            ParameterReader.Style(stated.Text("style")),
            stated.Child("explode") is null ? null : stated.IsTrue("explode"),
            stated.IsTrue("allowReserved")
        );
}
