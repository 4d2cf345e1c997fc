using System.Collections.Concurrent;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class ErrorTypeWavers()
    : Defect("error-type-wavers", "stable", "The same mistake is of another type when it comes again.")
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();

    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status != 422 || _seen.TryAdd(Convert.ToBase64String(request.Body.Span), true)
            ? answer
            : Answer.Of(422, answer.Text().Replace("\"type\":\"", "\"type\":\"value_error.", StringComparison.Ordinal));
}
