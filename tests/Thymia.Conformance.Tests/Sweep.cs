namespace Thymia.Conformance.Tests;

/// <summary>
/// How much is tried by tests that try the same on many inputs: a sample, or all of it where <c>CONFORMANCE_WIDE</c> is
/// 1, as <c>.ci/run</c> sets it. What is tried there alone is a <c>[Fact(Explicit = true)]</c>.
/// </summary>
internal static class Sweep
{
    public static bool IsWide { get; } = Environment.GetEnvironmentVariable("CONFORMANCE_WIDE") == "1";

    public static int Of(int sample, int all) => IsWide ? all : sample;

    /// <summary>The first rows, or all of them.</summary>
    public static TheoryData<T> Rows<T>(int sample, params T[] all) => [.. all.Take(Of(sample, all.Length))];

    /// <inheritdoc cref="Rows{T}(int, T[])"/>
    public static TheoryData<T1, T2> Rows<T1, T2>(int sample, params (T1, T2)[] all) =>
        [.. all.Take(Of(sample, all.Length))];

    /// <inheritdoc cref="Rows{T}(int, T[])"/>
    public static TheoryData<T1, T2, T3> Rows<T1, T2, T3>(int sample, params (T1, T2, T3)[] all) =>
        [.. all.Take(Of(sample, all.Length))];
}
