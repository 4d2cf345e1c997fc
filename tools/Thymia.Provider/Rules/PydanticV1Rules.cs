using System.Text;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// As FastAPI on pydantic v1 (tried against 1.10): what it coerces, what it says, and what it cannot write.
/// </summary>
internal sealed class PydanticV1Rules : BodyRules
{
    private static readonly Fault NotANumber = new(
        FaultKind.Date,
        "cannot convert float NaN to integer",
        "value_error"
    );

    public override bool AssumesJson => true;

    protected override Fault Missing => V1Faults.Missing;

    protected override Fault NotAnObject => V1Faults.Object;

    protected override Fault? RequiredNull => V1Faults.Null;

    public override string Timestamp(DateTimeOffset moment) =>
        base.Timestamp(moment).Replace("Z", "+00:00", StringComparison.Ordinal);

    /// <summary>The context is the exception's own: it holds the whole body.</summary>
    public override Problem Malformed(int position, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var before = text[..Math.Min(position, text.Length)];
        var line = before.Count(character => character == '\n') + 1;
        var column = position - before.LastIndexOf('\n');
        var context =
            "{\"msg\":\"Expecting value\",\"doc\":"
            + JsonStrings.Encode(text)
            + $",\"pos\":{position},\"lineno\":{line},\"colno\":{column}}}";
        return new Problem(
            Place.At(position),
            new Fault(
                FaultKind.Json,
                $"Expecting value: line {line} column {column} (char {position})",
                "value_error.jsondecode",
                context
            )
        );
    }

    /// <summary>Label and agent come back as they were coerced; NaN and lone surrogates cannot be written.</summary>
    public override AcceptedCall Accept(JsonValue root)
    {
        var call = Fields(root) ?? [];
        var label = (Fields(call.Find("user")) ?? []).Find("userLabel");
        var agent = call.Find("agent");
        var accepted = AcceptedCall.From(call);
        return accepted with
        {
            UserLabel =
                label.IsText ? label.Raw
                : PythonText.Of(label) is { } text ? AcceptedCall.Write(text)
                : accepted.UserLabel,
            Agent = agent.IsObject ? agent.Raw : PythonPairs.Write(agent),
            CannotBeWritten = agent.HasNonFinite || LoneSurrogates.In(agent.Raw) || LoneSurrogates.In(label.Raw),
        };
    }

    protected override IReadOnlyList<JsonMember>? Fields(JsonValue value) =>
        value.IsObject ? value.Members() : PythonPairs.Of(value);

    protected override Fault? Text(JsonValue value) => PythonText.Of(value) is null ? V1Faults.Text : null;

    protected override Fault? Enumeration(JsonValue value, string[] members) =>
        value.AsText() is { } text && Array.IndexOf(members, text) >= 0 ? null : V1Faults.Enumeration(members);

    protected override Fault? Date(JsonValue value)
    {
        var text = PythonText.Of(value);
        return text switch
        {
            null => V1Faults.DateKind,
            _ when value.IsBoolean => null,
            _ when PythonNumber.IsNaN(text) => NotANumber,
            _ when PythonNumber.IsFloat(text) || PythonDate.IsValid(text) => null,
            _ => V1Faults.Date,
        };
    }

    protected override Fault? Uri(JsonValue value) =>
        PythonText.Of(value) is { } text ? V1Url.Judge(text) : V1Faults.Text;

    protected override Fault? Boolean(JsonValue value) =>
        value.IsBoolean || PythonBoolean.IsWord(value) || PythonBoolean.IsZeroOrOne(value) ? null : V1Faults.Boolean;

    protected override Fault? FreeObject(JsonValue value) => Fields(value) is null ? V1Faults.Object : null;
}
