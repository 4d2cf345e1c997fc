using System.Buffers;
using System.Text;
using System.Text.Json;
using Thymia.Provider.Json;

namespace Thymia.Provider.Calls;

/// <summary>
/// The members of a 200, in order, each as the JSON that will be written: what a Defect may change.
/// </summary>
internal sealed class CallAnswer
{
    private readonly List<(string Name, ReadOnlyMemory<byte> Json)> _members = new(7);

    /// <summary>The JSON of a member; empty if there is none.</summary>
    public ReadOnlyMemory<byte> this[string name] => _members.Find(member => member.Name == name).Json;

    public string Text(string name) => Encoding.UTF8.GetString(this[name].Span);

    public void Set(string name, ReadOnlyMemory<byte> json)
    {
        var place = _members.FindIndex(member => member.Name == name);
        if (place < 0)
        {
            _members.Add((name, json));
        }
        else
        {
            _members[place] = (name, json);
        }
    }

    public void SetJson(string name, string json) => Set(name, Encoding.UTF8.GetBytes(json));

    public void SetText(string name, string text) => SetJson(name, JsonStrings.Encode(text));

    public void Remove(string name) => _members.RemoveAll(member => member.Name == name);

    public ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        foreach (var (name, json) in _members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
