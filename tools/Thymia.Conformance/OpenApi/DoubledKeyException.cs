using YamlDotNet.Core;

namespace Thymia.Conformance.OpenApi;

/// <summary>A mapping names a key twice, so that nobody can say which of the two is meant.</summary>
/// <param name="key">The key.</param>
/// <param name="before">The line where it stood first.</param>
/// <param name="at">Where it stands again.</param>
internal sealed class DoubledKeyException(string key, int before, Mark at)
    : YamlException(at, at, $"the key '{key}' stands here again, after line {before}");
