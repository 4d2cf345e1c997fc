using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Cli.Inspecting;

/// <summary>What of one operation will be tested, and what not and why.</summary>
/// <param name="Plan">Its cases.</param>
/// <param name="NotTested">Sentences without a full stop, those with a place in the description with its line.</param>
internal sealed record Inspection(OperationPlan Plan, IReadOnlyList<string> NotTested)
{
    public Operation Operation => Plan.Operation;

    /// <summary>Media types of the bodies that are sent, the one that is tested thoroughly first.</summary>
    public IEnumerable<string> Bodies =>
        (Operation.Body is { } body ? [body, .. Operation.OtherBodies] : Operation.OtherBodies).Select(b =>
            b.ContentType
        );

    /// <summary>Each as <c>path id</c>.</summary>
    public IEnumerable<string> Parameters => Operation.Parameters.Select(p => $"{p.In} {p.Name}");

    /// <summary>Alternatives with <c>or</c>, secrets that go together with <c>and</c> between them; <c>none</c> for an
    /// empty one.</summary>
    public string Credentials =>
        Operation.Alternatives.Count == 0
            ? "none"
            : string.Join(
                " or ",
                Operation.Alternatives.Select(a =>
                    a.Count == 0 ? "none" : string.Join(" and ", a.Select(c => c.Scheme))
                )
            );

    /// <summary>Each documented status with its media types.</summary>
    public IEnumerable<(string Status, IReadOnlyList<string> MediaTypes)> Answers =>
        Operation.Responses.Select(r => (r.Status, (IReadOnlyList<string>)[.. r.Contents.Keys]));

    /// <summary>For each id of the path, where it comes from.</summary>
    public IEnumerable<string> Ids(RelationTable relations)
    {
        var known = relations
            .Of(Operation, creates: true)
            .Concat(Operation.Method == "GET" ? relations.Of(Operation, creates: false) : [])
            .ToLookup(r => r.Parameter);
        return Operation
            .Parameters.Where(p => p.In == "path")
            .Select(p =>
                p.Given.Count > 0 ? $"{{{p.Name}}}, which a file of values gives"
                : known[p.Name].FirstOrDefault() is { } from ? $"{{{p.Name}}} of {from.Producer.Name}, {from.Place}"
                : $"{{{p.Name}}}, which no operation gives: made up unless a file for --values has one"
            );
    }

    public static IReadOnlyList<Inspection> Of(RunPlan plan) =>
        [.. plan.OperationPlans.Select(p => new Inspection(p, [.. NotTestedOf(p, plan)]))];

    private static IEnumerable<string> NotTestedOf(OperationPlan planned, RunPlan plan)
    {
        var name = planned.Operation.Name;
        var parts = plan
            .LeftOutParts.Where(p => p.Operation == name)
            .Select(p => $"{p.Part} is not {p.Step}: {p.Fault.Message.TrimEnd('.')}");
        var types = planned.Operation.UntestedMediaTypes.Select(t => $"a body of {t} is not tested");
        var schemes = planned.Operation.UnsendableSchemes.Select(s => $"the security scheme {s} cannot be sent");
        var places = planned.Untested.Select(u =>
            u.StartsWith(name + ": ", StringComparison.Ordinal) ? u[(name.Length + 2)..] : u
        );
        return
        [
            .. parts,
            .. types.Where(t => !parts.Any(p => p.Contains(t, StringComparison.Ordinal))),
            .. schemes,
            .. places,
        ];
    }
}
