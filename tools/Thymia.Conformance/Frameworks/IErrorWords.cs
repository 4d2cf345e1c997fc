using System.Text.Json;

namespace Thymia.Conformance.Frameworks;

/// <summary>What the errors of a framework say in its own words, by which it is recognised.</summary>
internal interface IErrorWords
{
    /// <summary>The words in the body of a refusal; none where it is not of this framework.</summary>
    IReadOnlyList<string> In(JsonElement body);
}
