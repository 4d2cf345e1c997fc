using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Causes;

/// <summary>The common causes of each operation: what is so for one says nothing of another.</summary>
internal sealed class CommonCauses
{
    private readonly Dictionary<string, CommonCause> _byOperation = new(StringComparer.Ordinal);

    /// <summary>Takes note of a judged case.</summary>
    public void Observe(RunEvent.CaseJudged judged) => Of(judged.Case.Operation.Name).Add(judged);

    /// <summary>Those of the operation of that name.</summary>
    public CommonCause Of(string operation)
    {
        if (!_byOperation.TryGetValue(operation, out var cause))
        {
            _byOperation[operation] = cause = new CommonCause();
        }

        return cause;
    }
}
