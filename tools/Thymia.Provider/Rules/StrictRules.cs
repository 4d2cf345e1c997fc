using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// The contract to the letter, in pydantic v1's words, without a context: nothing sent comes back in an error.
/// </summary>
internal sealed class StrictRules : BodyRules
{
    private static readonly Fault NotJson = new(FaultKind.Json, "the body is not JSON", "value_error.jsondecode");

    private static readonly Fault NotAUri = new(FaultKind.Uri, "not an absolute URI", "value_error.url");

    public override bool ReadsAsPython => false;

    protected override bool NullIsAbsent => false;

    protected override Fault Missing => V1Faults.Missing;

    protected override Fault NotAnObject => V1Faults.Object;

    protected override Fault? RequiredNull => V1Faults.Null;

    public override Problem Malformed(int position, ReadOnlyMemory<byte> body) => new(Place.At(position), NotJson);

    protected override Fault? Text(JsonValue value) => value.IsText ? null : V1Faults.Text;

    protected override Fault? Enumeration(JsonValue value, string[] members) =>
        value.AsText() is { } text && Array.IndexOf(members, text) >= 0 ? null : V1Faults.Enumeration(members);

    protected override Fault? Date(JsonValue value) =>
        value.AsText() is { } text && FullDate.IsValid(text) ? null : V1Faults.Date;

    protected override Fault? Uri(JsonValue value) =>
        value.AsText() is { } text && AbsoluteUri.IsValid(text) ? null : NotAUri;

    protected override Fault? Boolean(JsonValue value) => value.IsBoolean ? null : V1Faults.Boolean;

    protected override Fault? FreeObject(JsonValue value) => value.IsObject ? null : V1Faults.Object;
}
