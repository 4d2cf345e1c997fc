using System.Globalization;
using System.Text;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// One way of judging a request body. It walks the contract's fields in their order and lists every problem.
/// </summary>
internal abstract class BodyRules
{
    private static readonly Dictionary<string, Place> Places = CallFields
        .Properties.Concat(CallFields.UserProperties.Select(name => "user." + name))
        .Concat(["label", "notes"])
        .ToDictionary(path => path, Place.In);

    private static readonly byte[] NullText = "null"u8.ToArray();

    /// <summary>Whether bodies are read as Python's json module reads them.</summary>
    public virtual bool ReadsAsPython => true;

    /// <summary>Whether a body of no declared media type is taken to be JSON.</summary>
    public virtual bool AssumesJson => false;

    /// <summary>Whether problems repeat what was found.</summary>
    public virtual bool RepeatsInput => false;

    /// <summary>Whether null stands for an absent optional property.</summary>
    protected virtual bool NullIsAbsent => true;

    protected abstract Fault Missing { get; }

    public static BodyRules For(ProviderMode mode) =>
        mode switch
        {
            ProviderMode.PydanticV1 => new PydanticV1Rules(),
            ProviderMode.PydanticV2 => new PydanticV2Rules(),
            _ => new StrictRules(),
        };

    public Problem MissingAt(Place place) => Problem(place, Missing, default);

    /// <summary>The problem of a body that is not JSON at all.</summary>
    public abstract Problem Malformed(int position, ReadOnlyMemory<byte> body);

    /// <summary>Lists what is wrong with a body; nothing is listed for a valid one.</summary>
    public void Judge(ParsedBody body, ReadOnlyMemory<byte> bytes, List<Problem> problems) =>
        Judge(body, bytes, problems, JudgeRoot);

    /// <summary>Lists what is wrong with a body of texts alone.</summary>
    /// <param name="areRequired">Whether none of them may be left out.</param>
    public void JudgeTexts(CallRequest request, string[] names, bool areRequired, List<Problem> problems) =>
        Judge(request.Parsed, request.Body, problems, (root, found) =>
        {
            if (Fields(root) is not { } fields)
            {
                found.Add(Problem(Place.Body, NotAnObject, root));
                return;
            }

            foreach (var name in names)
            {
                if (areRequired)
                {
                    Required(fields, name, root, Text, found);
                }
                else
                {
                    Optional(fields, name, Text, found);
                }
            }
        });

    /// <summary>The problem of an id in the path that is none.</summary>
    public Problem NotAUuid(Place place, string found) =>
        RepeatsInput
            ? new(place, new Fault(FaultKind.Text, "Input should be a valid UUID", "uuid_parsing"), Quoted(found))
            : new(place, new Fault(FaultKind.Text, "value is not a valid uuid", "type_error.uuid"));

    private void Judge(
        ParsedBody body,
        ReadOnlyMemory<byte> bytes,
        List<Problem> problems,
        Action<JsonValue, List<Problem>> judgeRoot
    )
    {
        switch (body)
        {
            case ParsedBody.Malformed(var position):
                problems.Add(Malformed(position, bytes));
                break;
            case ParsedBody.Value(var root) when !root.IsNull:
                judgeRoot(root, problems);
                break;
            case ParsedBody.NotJson:
                problems.Add(RepeatsInput ? new(Place.Body, NotAnObject, Quoted(bytes)) : new(Place.Body, NotAnObject));
                break;
            default:
                problems.Add(MissingAt(Place.Body));
                break;
        }
    }

    /// <summary>What is answered with, of a body in which nothing was found wrong.</summary>
    public virtual AcceptedCall Accept(JsonValue root) => AcceptedCall.From(root.Members());

    /// <summary>Whether the framework fails to write that problem, and so answers 500.</summary>
    public virtual bool CannotBeWritten(Problem problem) => false;

    /// <summary>An RFC 3339 date-time with offset.</summary>
    public virtual string Timestamp(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    protected abstract Fault NotAnObject { get; }

    /// <summary>The members of what passes for an object; null if it does not.</summary>
    protected virtual IReadOnlyList<JsonMember>? Fields(JsonValue value) => value.IsObject ? value.Members() : null;

    protected abstract Fault? Text(JsonValue value);

    protected abstract Fault? Enumeration(JsonValue value, string[] members);

    protected abstract Fault? Date(JsonValue value);

    protected abstract Fault? Uri(JsonValue value);

    protected abstract Fault? Boolean(JsonValue value);

    protected abstract Fault? FreeObject(JsonValue value);

    /// <summary>What null is where a value is required; by default what the field's own type says of it.</summary>
    protected virtual Fault? RequiredNull => null;

    private static ReadOnlyMemory<byte> Quoted(ReadOnlyMemory<byte> bytes) =>
        Quoted(Encoding.UTF8.GetString(bytes.Span));

    private static ReadOnlyMemory<byte> Quoted(string text) => Encoding.UTF8.GetBytes(JsonStrings.Encode(text));

    private void JudgeRoot(JsonValue root, List<Problem> problems)
    {
        if (Fields(root) is not { } call)
        {
            problems.Add(Problem(Place.Body, NotAnObject, root));
            return;
        }

        Optional(call, "phoneNumber", Text, problems);
        JudgeUser(call.Find("user"), root, problems);
        Required(call, "language", root, value => Enumeration(value, CallFields.Languages), problems);
        Required(call, "agent", root, FreeObject, problems);
        Optional(call, "webhookUrl", Uri, problems);
        Optional(call, "metadata", FreeObject, problems);
        Optional(call, "deleteData", Boolean, problems);
    }

    private void JudgeUser(JsonValue value, JsonValue root, List<Problem> problems)
    {
        if (RequiredFault(value, found => Fields(found) is null ? NotAnObject : null) is { } fault)
        {
            problems.Add(Problem(Places["user"], fault, value.IsPresent ? value : root));
            return;
        }

        var user = Fields(value)!;
        Required(user, "userLabel", value, Text, problems, "user.");
        Required(user, "dateOfBirth", value, Date, problems, "user.");
        Required(user, "birthSex", value, found => Enumeration(found, CallFields.BirthSexes), problems, "user.");
    }

    private void Required(
        IReadOnlyList<JsonMember> owner,
        string name,
        JsonValue ownerValue,
        Func<JsonValue, Fault?> judge,
        List<Problem> problems,
        string prefix = ""
    )
    {
        var value = owner.Find(name);
        if (RequiredFault(value, judge) is { } fault)
        {
            problems.Add(Problem(Places[prefix + name], fault, value.IsPresent ? value : ownerValue));
        }
    }

    private Fault? RequiredFault(JsonValue value, Func<JsonValue, Fault?> judge) =>
        value switch
        {
            { IsPresent: false } => Missing,
            { IsNull: true } when RequiredNull is { } fault => fault,
            _ => judge(value),
        };

    private void Optional(
        IReadOnlyList<JsonMember> owner,
        string name,
        Func<JsonValue, Fault?> judge,
        List<Problem> problems
    )
    {
        var value = owner.Find(name);
        if (!value.IsPresent || (value.IsNull && NullIsAbsent))
        {
            return;
        }

        if (RequiredFault(value, judge) is { } fault)
        {
            problems.Add(Problem(Places[name], fault, value));
        }
    }

    private Problem Problem(Place place, Fault fault, JsonValue found) =>
        RepeatsInput ? new(place, fault, found.IsPresent ? found.Raw : NullText) { Found = found } : new(place, fault);
}
