using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>The rules of one file, with what the file is for.</summary>
/// <param name="Api">Which descriptions it is for without being named; null where it must be named.</param>
internal sealed record RuleSet(RuleFile.Meant? Api, IReadOnlyList<Rule> Rules)
{
    /// <summary>Whether the description is the one that the file says it is for.</summary>
    public bool IsFor(ApiDescription description) =>
        Api is { } meant
        && meant.Title == description.Title
        && meant.Operations.All(name => description.Operations.Any(o => o.Name == name));
}
