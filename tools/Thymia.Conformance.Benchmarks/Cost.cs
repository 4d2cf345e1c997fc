namespace Thymia.Conformance.Benchmarks;

/// <summary>What a piece of work costs for each of many cases.</summary>
/// <param name="Microseconds">Processor time of the whole process: what collects garbage meanwhile counts.</param>
/// <param name="Kilobytes">Allocated, 1,000 bytes each.</param>
internal sealed record Cost(double Microseconds, double Kilobytes)
{
    public static Cost Of(int count, Func<int> work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        _ = work();
        var spent = Environment.CpuUsage.TotalTime - start;
        return new Cost(
            spent.TotalMicroseconds / count,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1000.0 / count
        );
    }

    public override string ToString() => $"{Microseconds, 6:F2} µs {Kilobytes, 5:F1} kB";
}
