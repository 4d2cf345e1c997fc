using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class DeepAgent500()
    : ServerErrorWhen("deep-agent-500", "An agent of more than twenty levels ends in a 500.")
{
    protected override bool Fails(CallRequest request)
    {
        var (depth, deepest) = (0, 0);
        foreach (var sign in request.At("agent").Raw.Span)
        {
            depth += sign switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest > 20;
    }
}
