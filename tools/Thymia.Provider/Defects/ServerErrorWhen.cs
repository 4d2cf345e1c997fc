using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>A valid request that ends in a 500.</summary>
internal sealed class ServerErrorWhen(string name, string description) : Defect(name, "no-server-error", description)
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 && Fails(request) ? Answer.ServerError() : answer;

    public required Func<CallRequest, bool> Fails { get; init; }
}
