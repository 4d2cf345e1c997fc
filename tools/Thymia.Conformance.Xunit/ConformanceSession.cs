using System.ComponentModel;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit;

/// <summary>Lives as long as the tests of one class; xunit makes it.</summary>
/// <typeparam name="TSuite">What says what is tested.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConformanceSession<TSuite> : IAsyncLifetime
    where TSuite : IConformanceTests
{
    private static int s_failures;

    internal static PlannedSuite Planned { get; } = new(Options);

    internal static ProviderSession? Current { get; private set; }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var session = new ProviderSession(Planned, plan => plan.Options.ApiKey);
        await session.InitializeAsync();
        Current = session;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Current?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal static bool IsFirstFailure() => Interlocked.Increment(ref s_failures) == 1;

    // A description that is copied beside the tests is found there, all else from where the user works.
    private static ConformanceOptions Options()
    {
        var options = TSuite.Suite.Options();
        var beside = Path.GetFullPath(options.Description!, AppContext.BaseDirectory);
        return SuitePlan.Rooted(
            !DescriptionSource.IsAddress(options.Description!) && File.Exists(beside)
                ? options with
                {
                    Description = beside,
                }
                : options,
            WorkFolder.Find(AppContext.BaseDirectory)
        );
    }
}
