using System.Diagnostics;
using Thymia.Conformance.Tests;

[assembly: AssemblyFixture(typeof(FreshHost))]

namespace Thymia.Conformance.Tests;

/// <summary>
/// A process that is asked to run the tests a second time ends, and Stryker starts another for that. It would put one
/// change after the other to the same process, where a list made once under one change fails the tests for all others.
/// </summary>
public sealed class FreshHost
{
    private static int _runs;

    public FreshHost()
    {
        if (Interlocked.Increment(ref _runs) > 1)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }
}
