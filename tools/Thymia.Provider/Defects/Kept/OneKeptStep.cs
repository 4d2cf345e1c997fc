using System.Text.Json.Nodes;
using Thymia.Provider.Calls;
using Thymia.Provider.Kept;

namespace Thymia.Provider.Defects.Kept;

/// <summary>One step spoilt, as a row of a table has it; steps that are not set stay healthy.</summary>
internal sealed class OneKeptStep : KeptSteps
{
    public Func<KeptCall, bool>? KeepsIf { get; init; }

    public Action<KeptCall>? KeepsAs { get; init; }

    public Func<KeptCall, bool>? IsOpen { get; init; }

    public Func<CallStore, KeptRequest, KeptCall?, KeptCall?>? Finds { get; init; }

    public Action<KeptCall, JsonObject>? Shows { get; init; }

    public Func<KeptRequest, JsonObject, JsonObject, JsonObject>? Changes { get; init; }

    public Action<CallStore, KeptCall>? Deletes { get; init; }

    public Func<IEnumerable<KeptCall>, KeptRequest, IEnumerable<KeptCall>>? Lists { get; init; }

    public Func<KeptRequest, Answer, Answer>? Replies { get; init; }

    public override bool Keeps(KeptCall call) => KeepsIf?.Invoke(call) ?? true;

    public override void Keep(KeptCall call) => KeepsAs?.Invoke(call);

    public override bool MayUse(KeptCall call, string? key) => base.MayUse(call, key) || IsOpen?.Invoke(call) == true;

    public override KeptCall? Find(CallStore store, KeptRequest request, KeptCall? call) =>
        Finds is null ? call : Finds(store, request, call);

    public override void Show(KeptCall call, JsonObject body) => Shows?.Invoke(call, body);

    public override JsonObject Change(KeptRequest request, JsonObject before, JsonObject after) =>
        Changes?.Invoke(request, before, after) ?? after;

    public override void Delete(CallStore store, KeptCall call)
    {
        if (Deletes is null)
        {
            base.Delete(store, call);
        }
        else
        {
            Deletes(store, call);
        }
    }

    public override IEnumerable<KeptCall> List(IEnumerable<KeptCall> calls, KeptRequest request) =>
        Lists?.Invoke(calls, request) ?? calls;

    public override Answer Reply(KeptRequest request, Answer answer) => Replies?.Invoke(request, answer) ?? answer;
}
