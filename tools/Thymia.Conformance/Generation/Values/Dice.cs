namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Chance that starts anew from any seed for nothing, by SplitMix64: .NET's seeded generator fills a table first, which
/// takes longer than all that is then drawn for one value.
/// </summary>
internal sealed class Dice() : Random(0)
{
    private ulong _state;

    public Dice From(Seed seed)
    {
        _state = seed.Value;
        return this;
    }

    public override int Next() => Next(0, int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64() => NextInt64(0, long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    // The high half of a product spreads evenly over the range.
    public override long NextInt64(long minValue, long maxValue) =>
        minValue + (long)Math.BigMul(Draw64(), (ulong)(maxValue - minValue), out _);

    public override double NextDouble() => (Draw64() >> 11) * (1.0 / (1UL << 53));

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var b in buffer)
        {
            b = (byte)Draw64();
        }
    }

    protected override double Sample() => NextDouble();

    private ulong Draw64()
    {
        var seed = new Seed(_state).Derive(0);
        _state += 0x9E3779B97F4A7C15;
        return seed.Value;
    }
}
