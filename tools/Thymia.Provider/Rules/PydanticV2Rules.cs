using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// As current FastAPI on pydantic v2 (tried against 2.13): what it coerces and says. Each problem repeats its input,
/// and one whose input cannot be written is a 500; NaN in an accepted agent is written as null.
/// </summary>
internal sealed class PydanticV2Rules : BodyRules
{
    private static readonly Dictionary<string[], Fault> Enumerations = new()
    {
        [CallFields.BirthSexes] = OutsideOf(CallFields.BirthSexes),
        [CallFields.Languages] = OutsideOf(CallFields.Languages),
    };

    private static readonly Fault NotJson = new(
        FaultKind.Json,
        "JSON decode error",
        "json_invalid",
        Fault.ContextOf("error", "Expecting value")
    );

    private static readonly Fault NotText = new(FaultKind.Text, "Input should be a valid string", "string_type");

    private static readonly Fault NotADictionary = new(
        FaultKind.Object,
        "Input should be a valid dictionary",
        "dict_type"
    );

    private static readonly Fault BooleanKind = new(FaultKind.Boolean, "Input should be a valid boolean", "bool_type");

    private static readonly Fault BooleanWord = new(
        FaultKind.Boolean,
        "Input should be a valid boolean, unable to interpret input",
        "bool_parsing"
    );

    public override bool RepeatsInput => true;

    protected override Fault Missing { get; } = new(FaultKind.Missing, "Field required", "missing");

    protected override Fault NotAnObject { get; } =
        new(
            FaultKind.Object,
            "Input should be a valid dictionary or object to extract fields from",
            "model_attributes_type"
        );

    public override Problem Malformed(int position, ReadOnlyMemory<byte> body) =>
        new(Place.At(position), NotJson, "{}"u8.ToArray());

    public override AcceptedCall Accept(JsonValue root)
    {
        var call = AcceptedCall.From(root.Members());
        return call with
        {
            Agent = root.Members().Find("agent") is { IsPresent: true } agent ? agent.RawWithNull : call.Agent,
            CannotBeWritten = LoneSurrogates.In(call.Agent) || LoneSurrogates.In(call.UserLabel),
        };
    }

    public override bool CannotBeWritten(Problem problem) =>
        problem.Found.HasNonFinite || LoneSurrogates.In(problem.Found.Raw);

    protected override Fault? Text(JsonValue value) => value.IsText ? null : NotText;

    protected override Fault? Enumeration(JsonValue value, string[] members) =>
        value.AsText() is { } text && Array.IndexOf(members, text) >= 0 ? null : Enumerations[members];

    protected override Fault? Date(JsonValue value) => V2Date.Judge(value);

    protected override Fault? Uri(JsonValue value) => V2Url.Judge(value);

    protected override Fault? Boolean(JsonValue value)
    {
        if (value.IsBoolean || PythonBoolean.IsWord(value) || PythonBoolean.IsZeroOrOne(value))
        {
            return null;
        }

        return value.IsText || PythonNumber.IsLong(value) ? BooleanWord : BooleanKind;
    }

    protected override Fault? FreeObject(JsonValue value) => value.IsObject ? null : NotADictionary;

    private static Fault OutsideOf(string[] members)
    {
        var expected = "'" + string.Join("', '", members[..^1]) + "' or '" + members[^1] + "'";
        return new Fault(
            FaultKind.Enumeration,
            "Input should be " + expected,
            "enum",
            Fault.ContextOf("expected", expected)
        );
    }
}
