using System.Text.Json;
using System.Text.Unicode;
using Thymia.Conformance.Frameworks;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Judging;

/// <summary>
/// What checks look at: a case and its answer, each body parsed at most once however many checks ask.
/// </summary>
internal sealed class Evidence : IDisposable
{
    private const int NoContent = 204;
    private const int NotModified = 304;

    private readonly SchemaLibrary _schemas;
    private PayloadSchema? _schema;
    private readonly Redaction _redaction;
    private readonly ITolerances _tolerances;
    private JsonText? _body;
    private JsonText? _requestBody;
    private IReadOnlyList<Violation>? _violations;
    private IErrorFormat? _described;
    private bool _isDescribed;
    private IReadOnlyList<JsonElement>? _errors;
    private IReadOnlyList<IReadOnlyList<string>>? _errorPaths;
    private IReadOnlyList<string>? _personalValues;
    private IReadOnlyList<Secret>? _secrets;

    public Evidence(
        TestCase testCase,
        Exchange exchange,
        SchemaLibrary schemas,
        Redaction redaction,
        ITolerances tolerances
    )
    {
        Case = testCase;
        Exchange = exchange;
        Answer = exchange.Answer!;
        Documented = Outcomes.IsOfOperation(testCase) ? testCase.Operation.ResponseFor(Answer.Status) : null;
        ContentType = Answer.Header("content-type");
        SchemaPointer = Documented is null || !HasContent ? null : ContentTypes.SchemaFor(Documented, ContentType);
        _schemas = schemas;
        _redaction = redaction;
        _tolerances = tolerances;
    }

    public TestCase Case { get; }

    public Exchange Exchange { get; }

    public Answer Answer { get; }

    public int Status => Answer.Status;

    /// <summary>Whether such an answer has content at all (RFC 9110, 6.4.1).</summary>
    public bool HasContent => Status is not (NoContent or NotModified or < 200) && Case.Request.Method != "HEAD";

    public bool IsSuccess => Statuses.IsSuccess(Status);

    /// <summary>What the contract says about this status; null where it says nothing.</summary>
    public DocumentedResponse? Documented { get; }

    public string? ContentType { get; }

    /// <summary>Where the contract states the body's schema; null where it states none.</summary>
    public string? SchemaPointer { get; }

    /// <summary>The body's schema; null where the contract states none.</summary>
    public PayloadSchema? Schema =>
        _schema ??= SchemaPointer is { } pointer ? _schemas.At(pointer, Direction.Answer) : null;

    /// <summary>A schema of the description.</summary>
    public PayloadSchema SchemaAt(string pointer) => _schemas.At(pointer, Direction.Answer);

    /// <summary>The answer's body; null where it is no JSON.</summary>
    public JsonElement? Body => (_body ??= JsonText.Parse(Answer.Body)).Root;

    /// <summary>The request's body; null where there is none or it is no JSON.</summary>
    public JsonElement? RequestBody => (_requestBody ??= JsonText.Parse(Case.Request.Body ?? default)).Root;

    /// <summary>Where the answer's body breaks its schema; none where it has none.</summary>
    public IReadOnlyList<Violation> Violations =>
        _violations ??=
            Schema is not { } schema ? []
            : IsText ? schema.Check(TextAnswer.Read(Answer.Body, schema.Root))
            : Body is { } body && Utf8.IsValid(Answer.Body.Span) ? schema.Check(body)
            : schema.Check(Answer.Body);

    /// <summary>Whether the answer is plain text, which a schema describes as one value.</summary>
    public bool IsText => ContentType is { } type && ContentTypes.IsText(type);

    /// <summary>Whether the contract describes a list of errors as such an answer.</summary>
    public bool ListsErrors => Described is not null;

    /// <summary>How the answer lists errors, where it does.</summary>
    public IErrorFormat ErrorFormat => Described ?? KnownFrameworks.UsualErrors;

    /// <summary>The errors that the answer lists; none where it lists none.</summary>
    public IReadOnlyList<JsonElement> Errors => _errors ??= ErrorFormat.In(Body);

    /// <summary>The way to each of them, as text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ErrorPaths => _errorPaths ??= PathsOf(Errors);

    /// <summary>Each of them as the steps of its way and its type: <c>body/user/name value_error.missing</c>.</summary>
    public IEnumerable<string> ErrorLines =>
        Errors.Select((e, i) => $"{string.Join('/', ErrorPaths[i])} {ErrorFormat.TypeOf(e)}");

    /// <summary>The schema of a documented request body; null where the operation takes none.</summary>
    public PayloadSchema? RequestSchema => Case.Operation.Body is { } body ? _schemas.At(body.SchemaPointer) : null;

    /// <summary>The same request sent again; null where it was not.</summary>
    public Exchange? Repeat { get; init; }

    /// <summary>How the request fared beside a huge one; null where that was not tried.</summary>
    public NeighbourTrial? Neighbour { get; init; }

    /// <summary>What was sent after it, to see whether what it did is so; null where nothing was.</summary>
    public Sequel? Sequel { get; init; }

    /// <summary>The policy's rule that lets such an answer to invalid input pass; null where none does.</summary>
    public Verdict.Tolerated? Tolerance(ToleratedAnswer answer)
    {
        if (Case.Mutation is not { } mutation || Find(mutation, answer, Status) is not { } rule)
        {
            return null;
        }

        // What is broken several times may be accepted only where every break may.
        return
            answer == ToleratedAnswer.Accepted
            && mutation.WithFurther.Skip(1).Any(further => Find(further, answer, Status) is null)
            ? null
            : rule;
    }

    /// <summary>The policy's rule under which this break is none to the framework; null where there is none.</summary>
    public Verdict.Tolerated? Coercion(Mutation? mutation) =>
        mutation is null ? null : Find(mutation, ToleratedAnswer.Accepted, Status);

    /// <summary>
    /// The policy's rule that lets a validation error repeat the request there; null where none does.
    /// </summary>
    public Verdict.Tolerated? ToleratedEcho(string pointer) => IsSuccess ? null : _tolerances.FindEcho(pointer);

    /// <summary>The policy's rule that lets an answer break its schema there; null where none does.</summary>
    public Verdict.Tolerated? ToleratedViolation(Violation violation) =>
        _tolerances.FindAnswer(violation.Found, IsOptional(violation.Pointer));

    /// <summary>The policy's rule that explains what a check found; null where none explains all of it.</summary>
    public Verdict.Tolerated? Habit(IReadOnlyList<Finding> findings)
    {
        Verdict.Tolerated? first = null;
        foreach (var finding in findings)
        {
            if (_tolerances.FindHabit(finding, this) is not { } rule)
            {
                return null;
            }

            first ??= rule;
        }

        return first;
    }

    public bool IsPersonal(string property) => _redaction.IsPersonal(property);

    /// <summary>What the request carries in personal properties, as text.</summary>
    public IReadOnlyList<string> PersonalValues =>
        _personalValues ??= _redaction.PersonalValues(Case.Request.Body ?? default);

    /// <summary>A finding that shows neither key nor personal data, whatever <paramref name="found"/> holds.</summary>
    public Finding Finding(ICheck check, string location, string found, string expected, string source)
    {
        var secrets = _secrets ??= _redaction.SecretsOf(PersonalValues);
        var (shown, wanted) = Redaction.ShowBoth(found, expected, secrets);
        return new Finding
        {
            Check = check.Description.Id,
            CaseId = Case.Id,
            Operation = Case.Operation.Name,
            Location = Redaction.Show(location, secrets),
            Found = shown,
            Expected = wanted,
            Source = source,
        };
    }

    public void Dispose()
    {
        _body?.Dispose();
        _requestBody?.Dispose();
    }

    private IErrorFormat? Described
    {
        get
        {
            if (!_isDescribed)
            {
                _described = KnownFrameworks.ErrorsOf(Schema);
                _isDescribed = true;
            }

            return _described;
        }
    }

    private bool IsOptional(string pointer)
    {
        var node = Schema?.Root;
        var optional = false;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            var property = node?.Property(segment);
            optional = property is not null && node?.Required.Contains(segment) == false;
            node = property ?? node?.Items ?? node?.AdditionalProperties;
        }

        return optional;
    }

    private IReadOnlyList<string>[] PathsOf(IReadOnlyList<JsonElement> errors)
    {
        var paths = new IReadOnlyList<string>[errors.Count];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = ErrorFormat.PathOf(errors[i]);
        }

        return paths;
    }

    private Verdict.Tolerated? Find(Mutation mutation, ToleratedAnswer answer, int status) =>
        _tolerances.Find(Case, mutation, BrokenSchema.Of(Case, mutation, _schemas), answer, status);
}
