using System.Text.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>The schema that governs one body or parameter, ready to check bytes against.</summary>
public sealed class PayloadSchema
{
    private readonly SchemaEngine _engine;

    internal PayloadSchema(SchemaNode root, SchemaEngine engine)
    {
        Root = root;
        _engine = engine;
    }

    public SchemaNode Root { get; }

    /// <summary>
    /// Keywords in it that nobody judges since they are to be passed over: bytes without a violation may break them
    /// still.
    /// </summary>
    public IReadOnlySet<string> PassedOver => _engine.PassedOver;

    /// <summary>Every keyword that it, or a schema it leads to, states.</summary>
    internal IReadOnlySet<string> Keywords => _engine.Keywords;

    /// <summary>
    /// Every violation in these bytes; none where they are valid. Bytes that are no strict JSON text (RFC 8259, UTF-8
    /// without BOM) give a single violation with keyword <c>json</c>.
    /// </summary>
    public IReadOnlyList<Violation> Check(ReadOnlyMemory<byte> bytes) => _engine.Check(bytes);

    /// <summary>Whether a value fits; null where a schema that is passed over unjudged leaves it open.</summary>
    internal bool? Fits(JsonElement value) => _engine.Fits(value);

    /// <summary>The same violations without the words for people, which take half of the time.</summary>
    internal IReadOnlyList<(string Pointer, string Keyword)> CheckPlaces(ReadOnlyMemory<byte> bytes) =>
        _engine.CheckPlaces(bytes);

    /// <summary>Every violation in a value already parsed.</summary>
    public IReadOnlyList<Violation> Check(JsonElement value) => _engine.Check(value);
}
