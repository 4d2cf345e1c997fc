using System.Buffers.Binary;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Rules;

namespace Thymia.Conformance.Tests.Judging;

public sealed class SeenIdsTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tells_whoever_had_an_id_first_from_all_others(bool counted)
    {
        var seen = new SeenIds();

        Assert.All(Enumerable.Range(0, Many), i => Assert.True(seen.IsFirstOf(IdOf(i, counted), i)));
        Assert.All(Enumerable.Range(0, Many), i => Assert.True(seen.IsFirstOf(IdOf(i, counted), i)));
        Assert.All(Enumerable.Range(0, Many), i => Assert.False(seen.IsFirstOf(IdOf(i, counted), i + 1)));
    }

    [Fact]
    public void Needs_little_for_each()
    {
        var seen = new SeenIds();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < Many; i++)
        {
            seen.IsFirstOf(IdOf(i, false), i);
        }

        // Of all that was ever allocated half is garbage by now.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Many, 80L * Many);
    }

    [Fact]
    public void Knows_the_id_that_is_nothing_but_zeros()
    {
        var seen = new SeenIds();

        Assert.True(seen.IsFirstOf(Guid.Empty, 1));
        Assert.False(seen.IsFirstOf(Guid.Empty, 2));
    }

    // Drawn, or counted up as some databases do.
    private static Guid IdOf(int number, bool counted)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], counted ? (ulong)number : new Seed(1).Derive(number).Value);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, counted ? 0 : new Seed(2).Derive(number).Value);
        return new Guid(bytes);
    }
}
