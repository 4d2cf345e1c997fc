using Thymia.Conformance.Running;
using Thymia.Conformance.Sequences.Relations;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Inspecting;

/// <summary>An inspection for programs.</summary>
internal static class InspectionJson
{
    public static string Of(RunPlan plan) =>
        IndentedJson.Of(
            new
            {
                description = new
                {
                    source = plan.Description.Source,
                    title = plan.Description.Title,
                    version = plan.Description.Version,
                    sha256 = plan.Description.Sha256,
                },
                tested = plan.Operations.Count,
                leftOut = plan.LeftOut.Count,
                operations = Inspection
                    .Of(plan)
                    .Select(Tested)
                    .Concat(plan.LeftOut.Select(o => LeftOut(o.Name, o.Fault))),
                relations = plan.Relations.All.Select(Related),
            }
        );

    private static object Related(Relation relation) =>
        new
        {
            item = relation.Item,
            parameter = relation.Parameter,
            producer = relation.Producer.Name,
            kind = $"{relation.Kind}".ToLowerInvariant(),
            place = relation.Place,
            reader = relation.Reader?.Name,
            deleter = relation.Deleter?.Name,
            lister = relation.Lister?.Name,
            consumers = relation.Consumers.Select(c => c.Name),
        };

    private static object Tested(Inspection inspection) =>
        new
        {
            name = inspection.Operation.Name,
            id = inspection.Operation.Id,
            tags = inspection.Operation.Tags,
            tested = true,
            cases = new { valid = inspection.Plan.Valid, invalid = inspection.Plan.Invalid },
            parameters = inspection.Parameters,
            bodies = inspection.Bodies,
            credentials = inspection.Operation.Alternatives.Select(a => a.Select(c => c.Scheme)),
            answers = inspection.Answers.Select(a => new { status = a.Status, mediaTypes = a.MediaTypes }),
            notTested = inspection.NotTested,
        };

    private static object LeftOut(string name, UnusableInputException fault) =>
        new
        {
            name,
            tested = false,
            location = fault.Location,
            reason = fault.Problem,
            hint = fault.Hint,
        };
}
