using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Thymia.Conformance.Tests;

/// <summary>What <see cref="WideFactAttribute"/> is, with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(Discoverer))]
internal sealed class WideTheoryAttribute(
    [CallerFilePath] string? sourceFilePath = null,
    [CallerLineNumber] int sourceLineNumber = -1
) : TheoryAttribute(sourceFilePath, sourceLineNumber)
{
    internal sealed class Discoverer : TheoryDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions,
            IXunitTestMethod testMethod,
            IFactAttribute factAttribute
        ) => Sweep.IsWide ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
    }
}
