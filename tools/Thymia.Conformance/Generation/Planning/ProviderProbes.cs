using System.Text;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// The probes of a description: the same for every run of it, whatever cases are chosen. None of them is valid unless
/// its method is safe, so that a provider that validates creates and changes nothing for them.
/// </summary>
/// <param name="operations">All of the description, whichever are tested.</param>
public sealed class ProviderProbes(IReadOnlyList<Operation> operations, SchemaLibrary library, Seed seed)
{
    private const int MaxProbes = 3;
    private const string SafeMethod = "GET";

    // A list, a number or a text: one of them is the wrong type for any body that has one.
    private static readonly string[] WrongTypes = ["[]", "0", "\"text\""];

    private static readonly ParameterValue NoNumber = new ParameterValue.One("not-a-number");

    private readonly Lazy<IReadOnlyList<OperationShape>> _shapes = new(() =>
        [
            .. operations
                .Where(o => o.Method is SafeMethod || o.Body is not null)
                .Select(o => ShapeOf(o, library))
                .OfType<OperationShape>(),
        ]
    );

    /// <summary>
    /// Up to three requests whose refusal shows the framework: malformed JSON, an empty object and a wrong type; where
    /// no operation takes a body, a text in place of a number, or any parameter that is wrong or absent. None where no
    /// operation takes input.
    /// </summary>
    public IReadOnlyList<Probe> OfFramework()
    {
        var withBody = _shapes
            .Value.Where(s => s.Body is not null && IsJson(s))
            .OrderByDescending(s => s.Operation.Method == "POST")
            .ThenBy(s => s.Operation.Path.Contains('{', StringComparison.Ordinal))
            .FirstOrDefault();
        return withBody is not null
            ?
            [
                .. new[] { "{", Invalid(withBody, ["{}"]), Invalid(withBody, WrongTypes) }
                    .OfType<string>()
                    .Select(body => WithBody(withBody, body)),
            ]
            :
            [
                .. _shapes
                    .Value.SelectMany(WithWrongParameter)
                    .OrderBy(p => p.Rank)
                    .Take(MaxProbes)
                    .Select(p => p.Probe),
            ];
    }

    /// <summary>
    /// A request for each operation that takes JSON or has a safe method, in the order of the description: malformed
    /// JSON for the former, an ordinary one for the latter.
    /// </summary>
    public IEnumerable<Probe> OfOperations() =>
        _shapes
            .Value.Where(s => s.Operation.Method is SafeMethod || IsJson(s))
            .Select(s => s.Operation.Method is SafeMethod ? new Probe(s.Operation, Request(s)) : WithBody(s, "{"));

    // An operation that cannot be generated for is left out, as it is from the run.
    private static OperationShape? ShapeOf(Operation operation, SchemaLibrary library)
    {
        try
        {
            var example = DocumentedExamples.For(operation, library);
            return new OperationShape(operation, library, example) { PathMethods = new HashSet<string>() };
        }
        catch (UnusableInputException)
        {
            return null;
        }
    }

    private Probe WithBody(OperationShape shape, string body) =>
        new(shape.Operation, Request(shape) with { Body = Encoding.UTF8.GetBytes(body) });

    private CaseRequest Request(OperationShape shape) => new RequestFactory(shape).Make(Draw(shape), Unset());

    // A text in place of a number says most; then one in place of anything else that it cannot be; then none at all.
    private IEnumerable<(int Rank, Probe Probe)> WithWrongParameter(OperationShape shape) =>
        from parameter in shape.Parameters
        let isWrong = parameter.Check(NoNumber).Count > 0
        where isWrong || parameter.Required is not null
        let isNumber = isWrong && (parameter.Site.Node.Types & ~(JsonTypes.Integer | JsonTypes.Fraction)) == 0
        select (
            isNumber ? 0
            : isWrong ? 1
            : 2,
            new Probe(
                shape.Operation,
                new RequestFactory(shape).Make(
                    Draw(shape),
                    new Dictionary<ParameterShape, ParameterValue?> { [parameter] = isWrong ? NoNumber : null }
                )
            )
        );

    private Draw Draw(OperationShape shape) => new(seed, seed.Derive(shape.Slug, "probe"));

    private static bool IsJson(OperationShape shape) => MediaTypes.IsJson(shape.Operation.Body?.ContentType ?? "");

    private static string? Invalid(OperationShape shape, string[] bodies) =>
        bodies.FirstOrDefault(b => shape.Body!.Check(Encoding.UTF8.GetBytes(b)).Count > 0);

    private static Dictionary<ParameterShape, ParameterValue?> Unset() => [];
}
