using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>An object of JSON names a member twice, so that nobody can say which of the two is meant.</summary>
/// <param name="name">The name.</param>
/// <param name="before">The line where it stood first, from 1.</param>
/// <param name="line">Where it stands again, from 0.</param>
/// <param name="column">In bytes, from 0.</param>
internal sealed class DoubledNameException(string name, int before, long line, long column)
    : JsonException($"the key '{name}' stands here again, after line {before}", null, line, column);
