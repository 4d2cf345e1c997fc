using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Thymia.Conformance.Tests;

/// <summary>
/// A slow proof of the whole, by processes or pages of its own: a test where <see cref="Sweep.IsWide"/>, and none where
/// not. A quicker test of the same subject must run everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(Discoverer))]
internal sealed class WideFactAttribute(
    [CallerFilePath] string? sourceFilePath = null,
    [CallerLineNumber] int sourceLineNumber = -1
) : FactAttribute(sourceFilePath, sourceLineNumber)
{
    internal sealed class Discoverer : FactDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions,
            IXunitTestMethod testMethod,
            IFactAttribute factAttribute
        ) => Sweep.IsWide ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
    }
}
