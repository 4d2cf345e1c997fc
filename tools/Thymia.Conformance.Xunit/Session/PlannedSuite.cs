using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>A plan that is read when it is first asked for, or the reason why there is none.</summary>
internal sealed class PlannedSuite
{
    private readonly Lazy<(SuitePlan? Plan, UnusableInputException? Problem)> _read;

    public PlannedSuite(Func<ConformanceOptions> options) => _read = new(() => Read(options));

    /// <summary>Why the configuration or the description cannot be used; null where they can.</summary>
    public UnusableInputException? Unusable => _read.Value.Problem;

    /// <exception cref="UnusableInputException">The configuration or the description cannot be used.</exception>
    public SuitePlan Plan => _read.Value.Plan ?? throw _read.Value.Problem!;

    private static (SuitePlan?, UnusableInputException?) Read(Func<ConformanceOptions> options)
    {
        try
        {
            return (new SuitePlan(options()), null);
        }
        catch (UnusableInputException e)
        {
            return (null, e);
        }
    }
}
