namespace Thymia.Provider.Calls;

/// <summary>Version 4 uuids that look random, are unique, and come in the same order for the same seed.</summary>
internal sealed class CallIds(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _count;

    public Guid Next()
    {
        var place = (2 * Interlocked.Increment(ref _count)) + (Mix(seed) * 2);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Mix(place * Golden));
        BitConverter.TryWriteBytes(bytes[8..], Mix((place + 1) * Golden));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>SplitMix64's finaliser: one to one, every bit of the input moves about half of the output.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
