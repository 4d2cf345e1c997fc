using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Kept;

/// <summary>What is done with calls that are kept, a step each; whatever spoils one overrides it.</summary>
internal class KeptSteps
{
    /// <summary>Whether a call that was accepted is kept.</summary>
    public virtual bool Keeps(KeptCall call) => true;

    /// <summary>How a call is kept.</summary>
    public virtual void Keep(KeptCall call) { }

    /// <summary>Whether a caller may do something with a call.</summary>
    public virtual bool MayUse(KeptCall call, string? key) => call.Caller == key;

    /// <summary>The call that a request is about.</summary>
    public virtual KeptCall? Find(CallStore store, KeptRequest request, KeptCall? call) => call;

    /// <summary>What is read.</summary>
    public virtual void Show(KeptCall call, JsonObject body) { }

    /// <summary>What a call is after a change.</summary>
    public virtual JsonObject Change(KeptRequest request, JsonObject before, JsonObject after) => after;

    /// <summary>Takes a call away.</summary>
    public virtual void Delete(CallStore store, KeptCall call) => store.Remove(call);

    /// <summary>The calls of a page.</summary>
    public virtual IEnumerable<KeptCall> List(IEnumerable<KeptCall> calls, KeptRequest request) => calls;

    /// <summary>The answer as it would be written.</summary>
    public virtual Answer Reply(KeptRequest request, Answer answer) => answer;
}
