using System.Diagnostics;
using System.Globalization;

namespace Thymia.Conformance.Benchmarks;

/// <summary>The highest resident size that a process has had.</summary>
internal static class PeakMemory
{
    /// <summary>
    /// In units of 1,024 bytes: the kernel's own mark; elsewhere than on Linux the runtime's reading must
    /// do. Null where the process has ended.
    /// </summary>
    public static long? Kilobytes(Process process)
    {
        try
        {
            var status = $"/proc/{process.Id}/status";
            var line = File.Exists(status)
                ? File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
                : null;
            return line is not null
                    ? long.Parse(
                        line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                        CultureInfo.InvariantCulture
                    )
                : process.HasExited ? null
                : process.PeakWorkingSet64 / 1024;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
