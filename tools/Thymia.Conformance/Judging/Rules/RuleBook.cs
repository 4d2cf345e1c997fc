using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>
/// Which rules a description is held to: those of a file that is named, lies beside it, or comes with the suite.
/// </summary>
internal sealed class RuleBook
{
    /// <summary>Names no file: then no rule is asked.</summary>
    public const string None = "none";

    private readonly bool _isShipped;

    private RuleBook(IReadOnlyList<Rule> rules, bool isShipped)
    {
        Rules = rules;
        _isShipped = isShipped;
    }

    public IReadOnlyList<Rule> Rules { get; }

    /// <param name="named">The file that the user named, or <c>none</c>; null where none is named.</param>
    /// <param name="file">The file of the description.</param>
    /// <exception cref="UnusableInputException">The file of rules cannot be used.</exception>
    public static RuleBook For(string? named, string file, ApiDescription description)
    {
        if (named is not null)
        {
            return new RuleBook(named == None ? [] : RuleReader.Read(named).Rules, isShipped: false);
        }

        var beside = Path.ChangeExtension(file, ".rules.yaml");
        return File.Exists(beside)
            ? new RuleBook(RuleReader.Read(beside).Rules, isShipped: false)
            : new RuleBook(RuleReader.Shipped.FirstOrDefault(s => s.IsFor(description))?.Rules ?? [], isShipped: true);
    }

    /// <summary>A description as a run takes it, with the rules that are found for it by themselves.</summary>
    public static ApiDescription WithRules(string file)
    {
        var description = DescriptionReader.Read(file);
        return For(null, file, description).AppliedTo(description);
    }

    /// <summary>The description with what the rules say of its operations' bodies.</summary>
    public ApiDescription AppliedTo(ApiDescription description)
    {
        var bodies = Rules.Where(r => r.Kind == RuleKind.RequiredBody).ToList();
        return bodies.Count == 0
            ? description
            : description with
            {
                Operations =
                [
                    .. description.Operations.Select(o =>
                        o.Body is { Required: false } body && bodies.Find(r => IsAbout(r, o)) is { } rule
                            ? o with
                            {
                                Body = body with { DemandedBy = rule.Says },
                            }
                            : o
                    ),
                ],
            };
    }

    /// <summary>Those whose operation and places the description has.</summary>
    /// <exception cref="UnusableInputException">One of a file of the user's has no such operation or place.</exception>
    public IReadOnlyList<Rule> Bound(ApiDescription description, SchemaLibrary library)
    {
        var bound = new List<Rule>();
        foreach (var rule in Rules)
        {
            if (Missing(rule, description, library) is not { } missing)
            {
                bound.Add(rule);
            }
            else if (!_isShipped)
            {
                throw RuleReader.Unusable(
                    rule,
                    $"is about {missing}, which the description does not have",
                    "mend the rule"
                );
            }
        }

        return bound;
    }

    private static string? Missing(Rule rule, ApiDescription description, SchemaLibrary library)
    {
        if (description.Operations.FirstOrDefault(o => IsAbout(rule, o)) is not { } operation)
        {
            return $"the operation {rule.Operation}";
        }

        var answers = operation
            .Responses.Where(r => r.Status[0] is '2' or 'd')
            .SelectMany(r => r.Contents.Values)
            .OfType<string>()
            .Select(p => library.At(p, Direction.Answer).Root)
            .ToList();
        var request = operation.Body is { } body ? library.At(body.SchemaPointer).Root : null;
        return rule
            .At.Where(p => !answers.Exists(a => Has(a, p.Answer)))
            .Select(p => $"{p.Answer.Text} of the answer")
            .Concat(
                RequestPlaces(rule)
                    .Where(p => request is null || !Has(request, p))
                    .Select(p => $"{p.Text} of the request")
            )
            .FirstOrDefault();
    }

    private static IEnumerable<BodyPointer> RequestPlaces(Rule rule) =>
        rule.Kind is RuleKind.Equals or RuleKind.Default ? rule.At.Select(p => p.Request)
        : rule.When is { } when ? [when.Request]
        : [];

    // Below what the schema leaves open, anything may stand.
    private static bool Has(SchemaNode root, BodyPointer pointer)
    {
        SchemaNode? node = root;
        foreach (var segment in pointer.Segments)
        {
            if (node is null || (node.Properties.Count == 0 && node.Items is null))
            {
                return true;
            }

            var next = node.Property(segment) ?? node.Items ?? node.AdditionalProperties;
            if (next is null)
            {
                return false;
            }

            node = next;
        }

        return true;
    }

    private static bool IsAbout(Rule rule, Operation operation) =>
        operation.Method == rule.Method && operation.Path == rule.Path;
}
