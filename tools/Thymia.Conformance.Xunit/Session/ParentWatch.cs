using System.Runtime.InteropServices;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>
/// Tells when the test host that started this process is gone: xunit's process outlives one that is killed, and would
/// go on sending requests that nobody wants any more.
/// </summary>
internal sealed partial class ParentWatch : IDisposable
{
    // What a test host passes on; whoever starts the program by hand may leave it alone.
    private const string MarkOfTestHost = "@@";

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly ITimer? _timer;

    public ParentWatch(TimeProvider time, Action orphaned)
    {
        if (OperatingSystem.IsWindows() || !Environment.GetCommandLineArgs().Contains(MarkOfTestHost))
        {
            return;
        }

        var parent = ParentId();
        _timer = time.CreateTimer(
            _ =>
            {
                if (ParentId() != parent)
                {
                    orphaned();
                }
            },
            null,
            Glance,
            Glance
        );
    }

    public void Dispose() => _timer?.Dispose();

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ParentId();
}
