namespace Thymia.Conformance.Generation.Planning;

/// <summary>Rows of choices such that every pair of choices from two factors stands together in some row.</summary>
internal sealed class Pairwise
{
    private readonly IReadOnlyList<int> _levels;

    // Where the choices of each factor begin among all choices, which are numbered through.
    private readonly int[] _first;
    private readonly int _choices;

    // Whether two choices have yet to stand together, that of the earlier factor first.
    private readonly bool[] _open;
    private int _left;
    private int _cursor;

    private Pairwise(IReadOnlyList<int> levels)
    {
        _levels = levels;
        _first = new int[levels.Count];
        for (var f = 0; f < levels.Count; f++)
        {
            _first[f] = _choices;
            _choices += levels[f];
        }

        _open = new bool[_choices * _choices];
        for (var f = 0; f + 1 < levels.Count; f++)
        {
            for (var a = _first[f]; a < _first[f] + levels[f]; a++)
            {
                _open.AsSpan(((a * _choices) + _first[f + 1])..((a + 1) * _choices)).Fill(true);
                _left += _choices - _first[f + 1];
            }
        }
    }

    /// <param name="levels">How many choices each factor has.</param>
    /// <param name="most">No more rows than these, though pairs may be left.</param>
    public static IReadOnlyList<int[]> Rows(IReadOnlyList<int> levels, int most = int.MaxValue)
    {
        var pairs = new Pairwise(levels);
        var rows = new List<int[]>();
        while (pairs._left > 0 && rows.Count < most)
        {
            var row = pairs.Row(rows.Count);
            rows.Add(row);
            pairs.Close(row);
        }

        return rows;
    }

    // Starts with a pair still open, then takes for each factor the choice that closes most.
    private int[] Row(int number)
    {
        var row = Enumerable.Repeat(-1, _levels.Count).ToArray();
        _cursor += _open.AsSpan(_cursor).IndexOf(true);
        Put(row, _cursor / _choices);
        Put(row, _cursor % _choices);
        for (var f = 0; f < row.Length; f++)
        {
            if (row[f] < 0)
            {
                row[f] = Best(row, f, number);
            }
        }

        return row;
    }

    private void Put(int[] row, int choice)
    {
        var factor = Array.FindLastIndex(_first, first => first <= choice);
        row[factor] = choice - _first[factor];
    }

    // The first of those that close most, beginning elsewhere in each row.
    private int Best(int[] row, int factor, int number)
    {
        var (best, most) = (-1, -1);
        for (var i = 0; i < _levels[factor]; i++)
        {
            var level = (i + number) % _levels[factor];
            if (Closes(row, factor, level) is var closed && closed > most)
            {
                (best, most) = (level, closed);
            }
        }

        return best;
    }

    private int Closes(int[] row, int factor, int level)
    {
        var (own, count) = (_first[factor] + level, 0);
        for (var g = 0; g < row.Length; g++)
        {
            if (row[g] >= 0)
            {
                var other = _first[g] + row[g];
                count += _open[factor < g ? (own * _choices) + other : (other * _choices) + own] ? 1 : 0;
            }
        }

        return count;
    }

    private void Close(int[] row)
    {
        for (var f = 0; f < row.Length; f++)
        {
            for (var g = f + 1; g < row.Length; g++)
            {
                ref var open = ref _open[((_first[f] + row[f]) * _choices) + _first[g] + row[g]];
                _left -= open ? 1 : 0;
                open = false;
            }
        }
    }
}
