using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Sequels;

/// <summary>A thing as its reader answered it, with what the description says of it.</summary>
internal sealed class ReadThing : IDisposable
{
    private readonly JsonText _text;

    private ReadThing(JsonText text, JsonElement value, string pointer, SchemaNode? node)
    {
        _text = text;
        Value = value;
        Pointer = pointer;
        Node = node;
    }

    public JsonElement Value { get; }

    /// <summary>Where in the body the thing stands, which may wrap it.</summary>
    public string Pointer { get; }

    /// <summary>What the description says of it; null where it says nothing.</summary>
    public SchemaNode? Node { get; }

    /// <summary>Null where the answer is no success, or holds no object.</summary>
    /// <param name="names">Properties of the thing, by which it is known among what wraps it.</param>
    public static ReadThing? Of(Exchange? exchange, Sequel sequel, Evidence evidence, IReadOnlyCollection<string> names)
    {
        if (exchange?.Answer is not { IsSuccess: true } answer || sequel.Reader is not { } reader)
        {
            return null;
        }

        var text = JsonText.Parse(answer.Body);
        if (text.Root is not { ValueKind: JsonValueKind.Object } root)
        {
            text.Dispose();
            return null;
        }

        var pointer = reader.ResponseFor(answer.Status) is { } response
            ? ContentTypes.SchemaFor(response, answer.Header("content-type"))
            : null;
        var node = pointer is null ? null : evidence.SchemaAt(pointer).Root;
        return
            Shared(root, names) == 0
            && root.EnumerateObject().Where(m => Shared(m.Value, names) > 0).Select(m => m.Name).FirstOrDefault()
                is { } inner
            ? new ReadThing(text, root.GetProperty(inner), JsonPointer.Append("", inner), node?.Property(inner))
            : new ReadThing(text, root, "", node);
    }

    public void Dispose() => _text.Dispose();

    private static int Shared(JsonElement value, IReadOnlyCollection<string> names) =>
        value.ValueKind == JsonValueKind.Object ? names.Count(n => value.TryGetProperty(n, out _)) : 0;
}
