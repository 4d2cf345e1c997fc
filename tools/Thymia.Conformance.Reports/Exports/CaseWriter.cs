using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>Writes cases for other tools, one after the other.</summary>
public abstract class CaseWriter : IDisposable
{
    /// <summary>False where the format cannot carry such a request, which is then left out.</summary>
    public abstract bool TryWrite(TestCase testCase);

    /// <summary>Writes what belongs at the end.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>One line for people: what the case is, and what it must get.</summary>
    protected static string Told(TestCase testCase) =>
        $"{testCase.Id}: {testCase.Expectation switch
    {
        Expectation.Rejected rejected => $"must be rejected with {rejected.Status}",
        Expectation.Refused { Statuses.Count: > 9 } => "must be refused with a client error",
        Expectation.Refused refused => $"must be refused with {string.Join(" or ", refused.Statuses)}",
        _ when testCase.Tier == Tier.SchemaOnly => "may be accepted",
        _ => "must be accepted",
    }}";
}
