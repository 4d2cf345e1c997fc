using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// One named thing that a framework does with input the contract forbids; covers exactly the input it describes.
/// </summary>
internal sealed class ToleranceRule(PolicyFile.Rule rule, BoundedPattern? pattern)
{
    /// <summary>The verdict under this rule.</summary>
    public Verdict.Tolerated Verdict { get; } = new(rule.Id, rule.Reason);

    /// <param name="status">The status answered.</param>
    public bool Covers(BrokenInput input, ToleratedAnswer answer, int status) =>
        rule.Answer == answer
        && (rule.Statuses?.Contains(status) ?? true)
        && rule.Constraint == input.Keyword
        && (rule.Kinds?.Contains(input.Mutation.Kind) ?? true)
        && CoversPlace(input)
        && CoversValue(input);

    // An enumeration is never coerced into: no rule about values holds where the contract lists them.
    private bool CoversPlace(BrokenInput input) =>
        (rule.At?.Contains(input.Mutation.Location.ToString()) ?? true)
        && (rule.Optional is null || rule.Optional == input.IsOptional)
        && (input.Nodes.Count == 0 ? CoversNode(null) : input.Nodes.Any(CoversNode));

    // What is also allowed to be null is taken as what it is else.
    private bool CoversNode(SchemaNode? node) =>
        (node?.Enum is null || rule.Constraint == "required")
        && (
            rule.Type is null
            || $"{node?.Types & ~JsonTypes.Null}".Equals(rule.Type, StringComparison.OrdinalIgnoreCase)
        )
        && (rule.Format is null || rule.Format == (node?.Format ?? "none"))
        && (rule.Free is null || rule.Free == (node?.Properties.Count == 0));

    private bool CoversValue(BrokenInput input) =>
        (rule.Sent is null || (input.SentType is { } type && rule.Sent.Contains(type)))
        && (pattern is null || pattern.IsMatch(input.Text))
        && (rule.Reading is null || KnownFrameworks.Reads(rule.Reading, input.Text, input.Mutation.NewValue));
}
