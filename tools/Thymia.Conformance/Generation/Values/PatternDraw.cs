using System.Runtime.CompilerServices;
using System.Text;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>One draw of a text from the tree of a pattern.</summary>
internal sealed class PatternDraw(PatternLengths lengths, PatternAlphabet alphabet, Random random)
{
    // No text that is worth sending has more characters.
    private const int MaxLength = 2_000_000;

    private readonly List<int> _text = [];
    private readonly Dictionary<int, int[]> _captured = [];

    // What a look-ahead asks for at a place, as far as it asks for something in particular.
    private readonly Dictionary<int, int> _wanted = [];

    /// <param name="isOpen">Whether more may stand behind what matches.</param>
    /// <exception cref="NotSupportedException">The pattern has no text that can be drawn.</exception>
    public string Text(PatternNode root, long length, bool isOpen)
    {
        Write(root, length);
        if (isOpen)
        {
            // What a look-ahead asks for may stand behind all that the pattern itself takes.
            while (_wanted.TryGetValue(_text.Count, out var wanted))
            {
                Add(wanted);
            }
        }

        var result = new StringBuilder(_text.Count);
        foreach (var codePoint in _text)
        {
            // Half a surrogate pair is no character, whatever a set says.
            result.Append(
                Rune.IsValid(codePoint) ? new Rune(codePoint) : throw new NotSupportedException("no such text")
            );
        }

        return result.ToString();
    }

    private void Write(PatternNode node, long length)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case PatternNode.Character { Set: var set }:
                Add(
                    _wanted.TryGetValue(_text.Count, out var wanted) && set.Contains(wanted)
                        ? wanted
                        : alphabet.One(set, random)
                );
                break;
            case PatternNode.Sequence { Items: var items }:
                WriteAll(items, length);
                break;
            case PatternNode.Choice { Alternatives: var alternatives }:
                Write(One(alternatives, length), length);
                break;
            case PatternNode.Repeat repeat:
                var count = Count(repeat, length);
                WriteAll([.. Enumerable.Repeat(repeat.Inner, count)], length);
                break;
            case PatternNode.Capture capture:
                var start = _text.Count;
                Write(capture.Inner, length);
                _captured[capture.Number] = [.. _text.Skip(start)];
                break;
            case PatternNode.Reference reference:
                _text.AddRange(_captured.GetValueOrDefault(reference.Number) ?? []);
                break;
            case PatternNode.Look { IsNegated: false } look:
                Heed(look);
                break;
        }
    }

    private void Add(int? codePoint)
    {
        if (codePoint is not { } known || _text.Count == MaxLength)
        {
            throw new NotSupportedException("no such character");
        }

        _text.Add(known);
    }

    // Each has its least length; what is left of the whole goes to whoever can take it.
    private void WriteAll(IReadOnlyList<PatternNode> items, long length)
    {
        var least = items.Sum(i => lengths.Of(i).Least);
        var spare = Math.Max(0, length - least);
        var shares = new long[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            var (shortest, longest) = lengths.Of(items[i]);
            shares[i] = shortest;
            if (items.Skip(i + 1).Take(64).All(o => lengths.Of(o) is var (a, b) && a == b))
            {
                // The last one that can grow takes what is left.
                shares[i] += Math.Min(spare, longest - shortest);
            }
            else
            {
                shares[i] += random.NextInt64(Math.Min(spare, longest - shortest) + 1);
            }

            spare -= shares[i] - shortest;
        }

        // Where the draw was stingy, the first that can grow makes up for it.
        for (var i = 0; i < items.Count && spare > 0; i++)
        {
            var more = Math.Min(spare, lengths.Of(items[i]).Most - shares[i]);
            (shares[i], spare) = (shares[i] + more, spare - more);
        }

        for (var i = 0; i < items.Count; i++)
        {
            Write(items[i], shares[i]);
        }
    }

    private PatternNode One(IReadOnlyList<PatternNode> alternatives, long length)
    {
        var fitting = alternatives
            .Where(a => lengths.Of(a) is var (least, most) && least <= length && length <= most)
            .ToList();
        return fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : alternatives[random.Next(alternatives.Count)];
    }

    private int Count(PatternNode.Repeat repeat, long length)
    {
        var (shortest, longest) = lengths.Of(repeat.Inner);
        var fewest = longest == 0 ? repeat.Least : Math.Max(repeat.Least, (length + longest - 1) / longest);
        var most = Math.Min(
            repeat.Most ?? PatternLengths.Endless,
            shortest == 0 ? Math.Max(fewest, repeat.Least + 3L) : length / shortest
        );
        var count = random.NextInt64(fewest, Math.Max(fewest, most) + 1);
        return count <= MaxLength ? (int)count : throw new NotSupportedException("no text is that long");
    }

    // A text that the condition takes is wanted from here on; where it is about what went before, it goes before.
    private void Heed(PatternNode.Look look)
    {
        var length = lengths.Of(look.Inner).Least + random.Next(4);
        var ahead = new PatternDraw(lengths, alphabet, random);
        ahead.Write(look.Inner, Math.Min(length, lengths.Of(look.Inner).Most));
        foreach (var (number, captured) in ahead._captured)
        {
            _captured[number] = captured;
        }

        if (look.IsBehind)
        {
            // What stands there already gives way.
            var replaced = Math.Min(_text.Count, ahead._text.Count);
            _text.RemoveRange(_text.Count - replaced, replaced);
            _text.AddRange(_text.Count == 0 || replaced > 0 ? ahead._text : []);
            return;
        }

        for (var i = 0; i < ahead._text.Count; i++)
        {
            _wanted.TryAdd(_text.Count + i, ahead._text[i]);
        }
    }
}
