using System.Buffers.Binary;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>
/// The ids that a run has seen, each with a mark of whoever had it first, in 16 to 32 bytes an id. Of an id 64 bits are
/// kept: that two of a million have them in common is a matter of one in twenty million. Safe from many threads.
/// </summary>
internal sealed class SeenIds
{
    private readonly Part[] _parts = [.. Enumerable.Range(0, 256).Select(_ => new Part())];

    /// <summary>Whether nobody had the id before, or somebody with the same mark.</summary>
    public bool IsFirstOf(Guid id, int mark)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var upper = new Seed(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])).Derive(0).Value;
        var print = new Seed(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ upper).Derive(0).Value | 1;
        return _parts[print >> 56].IsFirstOf(print, mark);
    }

    // Small tables that grow one by one: never is there a large one to be copied, or to lie about until it is
    // collected.
    private sealed class Part
    {
        private readonly Lock _looking = new();
        private ulong[] _prints = new ulong[4];
        private int[] _marks = new int[4];
        private int _count;

        public bool IsFirstOf(ulong print, int mark)
        {
            lock (_looking)
            {
                var place = PlaceOf(print, _prints);
                if (_prints[place] == print)
                {
                    return _marks[place] == mark;
                }

                _prints[place] = print;
                _marks[place] = mark;
                if (++_count > _prints.Length / 4 * 3)
                {
                    Grow();
                }

                return true;
            }
        }

        private void Grow()
        {
            var (prints, marks) = (new ulong[_prints.Length * 2], new int[_prints.Length * 2]);
            for (var i = 0; i < _prints.Length; i++)
            {
                if (_prints[i] != 0)
                {
                    var place = PlaceOf(_prints[i], prints);
                    (prints[place], marks[place]) = (_prints[i], _marks[i]);
                }
            }

            (_prints, _marks) = (prints, marks);
        }

        // Where it stands, or would.
        private static int PlaceOf(ulong print, ulong[] prints)
        {
            var last = prints.Length - 1;
            var place = (int)(print >> 1) & last;
            while (prints[place] != 0 && prints[place] != print)
            {
                place = (place + 1) & last;
            }

            return place;
        }
    }
}
