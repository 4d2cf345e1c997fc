using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The resources of a description, and where a reference leads from one of them.</summary>
internal sealed class SchemaResources
{
    /// <summary>Further documents stand beside the description under pointers that no document can have.</summary>
    private const string FurtherPrefix = "/~further/";

    private const string DescriptionUri = "description:///";

    private readonly List<JsonElement> _further = [];
    private readonly JsonElement _document;
    private readonly Dictionary<string, SchemaResource> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> _byRoot = new(StringComparer.Ordinal);

    public SchemaResources(ApiDescription description)
    {
        _document = description.Document;
        Index(_document, DescriptionUri, "");
        foreach (var (uri, document) in description.FurtherDocuments.Append(Metaschema.Document))
        {
            _further.Add(document);
            Index(document, uri, FurtherPrefix + $"{_further.Count - 1}");
        }

        UsesDynamicAnchors = All.Any(r => r.DynamicAnchors.Count > 0);
    }

    public IEnumerable<SchemaResource> All => _byRoot.Values;

    public bool UsesDynamicAnchors { get; }

    /// <summary>True in a document that was handed over beside the description.</summary>
    public static bool IsFurther(string pointer) => pointer.StartsWith(FurtherPrefix, StringComparison.Ordinal);

    /// <summary>What stands there; null where nothing does.</summary>
    public JsonElement? Find(string pointer)
    {
        if (!IsFurther(pointer))
        {
            return JsonPointer.Find(_document, pointer);
        }

        var rest = pointer[FurtherPrefix.Length..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        var number = end < 0 ? rest : rest[..end];
        return JsonPointer.Find(_further[int.Parse(number, CultureInfo.InvariantCulture)], rest[number.Length..]);
    }

    /// <summary>The resource that the schema at a pointer belongs to.</summary>
    public SchemaResource Of(string pointer)
    {
        for (var at = pointer; ; at = JsonPointer.Parent(at))
        {
            if (_byRoot.TryGetValue(at, out var resource))
            {
                return resource;
            }
        }
    }

    /// <summary>The pointer that a reference in the schema at <paramref name="from"/> leads to; null where to nothing
    /// that is at hand.</summary>
    public string? Resolve(string from, string reference) =>
        Target(from, reference, out var fragment) is { } resource ? Within(resource, fragment) : null;

    /// <summary>
    /// The name of the dynamic anchor that a reference leads to at first; null where it leads to none.
    /// </summary>
    public string? DynamicAnchorOf(string from, string reference) =>
        Target(from, reference, out var name) is { } resource && resource.DynamicAnchors.ContainsKey(name)
            ? name
            : null;

    private SchemaResource? Target(string from, string reference, out string fragment)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var address = hash < 0 ? reference : reference[..hash];
        var self = Of(from);
        return address.Length == 0 ? self
            : Absolute(self.Uri, address) is { } uri ? _byUri.GetValueOrDefault(uri)
            : null;
    }

    private string? Within(SchemaResource resource, string fragment)
    {
        if (fragment.Length == 0)
        {
            return resource.Pointer;
        }

        if (fragment[0] != '/')
        {
            return resource.Anchors.GetValueOrDefault(fragment);
        }

        var pointer = resource.Pointer + fragment;
        return fragment.Split('~').Skip(1).All(rest => rest is ['0' or '1', ..]) && Find(pointer) is not null
            ? pointer
            : null;
    }

    private void Index(JsonElement document, string uri, string pointer)
    {
        var resource = new SchemaResource(Absolute(uri, "") ?? uri, pointer);
        _byUri.TryAdd(resource.Uri, resource);
        _byRoot[pointer] = resource;
        foreach (var (schema, at) in SchemaPlaces.Of(document, pointer))
        {
            Index(schema, at);
        }
    }

    // Schemas come before what is in them, so the resource around each is known.
    private void Index(JsonElement schema, string at)
    {
        if (Text(schema, "$id") is { } id && Absolute(Of(Around(at)).Uri, id.Split('#')[0]) is { } uri)
        {
            var resource = new SchemaResource(uri, at);
            _byUri.TryAdd(uri, resource);
            _byRoot[at] = resource;
        }

        if (Text(schema, "$anchor") is { } anchor)
        {
            Of(at).Anchors.TryAdd(anchor, at);
        }

        if (Text(schema, "$dynamicAnchor") is { } name)
        {
            Of(at).Anchors.TryAdd(name, at);
            Of(at).DynamicAnchors.TryAdd(name, at);
        }
    }

    // The root of a document has its document around it.
    private static string Around(string at) =>
        at.Length == 0 || (IsFurther(at) && at.LastIndexOf('/') < FurtherPrefix.Length) ? at : JsonPointer.Parent(at);

    private static string? Text(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty(keyword, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string? Absolute(string around, string address) =>
        Uri.TryCreate(around, UriKind.Absolute, out var start) && Uri.TryCreate(start, address, out var uri)
            ? uri.AbsoluteUri.Split('#')[0]
            : null;
}
