using System.Collections.Concurrent;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>All schemas of a description, each compiled once.</summary>
/// <param name="ignoredKeywords">Schema keywords to pass over although they cannot be judged; none by default.</param>
public sealed class SchemaLibrary(ApiDescription description, IReadOnlySet<string>? ignoredKeywords = null)
{
    private readonly ConcurrentDictionary<string, PayloadSchema> _schemas = new(StringComparer.Ordinal);
    private readonly SchemaReader _reader = new(description, ignoredKeywords ?? new HashSet<string>());

    /// <summary>The schema at a JSON Pointer of the normalised description.</summary>
    /// <exception cref="UnusableInputException">It uses a keyword that cannot be judged.</exception>
    public PayloadSchema At(string pointer) => _schemas.GetOrAdd(
        pointer,
        p => new PayloadSchema(_reader.Node(p), SchemaEngine.Compile(_reader, p)));
}
