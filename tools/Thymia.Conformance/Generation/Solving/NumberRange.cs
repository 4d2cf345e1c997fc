using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>The numbers that bounds and steps leave: exactly where a decimal can hold them.</summary>
internal sealed class NumberRange
{
    private const decimal UsualSpan = 100;

    private readonly List<Literal> _bounds;
    private readonly bool _isWhole;
    private decimal? _low;
    private decimal? _high;
    private bool _excludesLow;
    private bool _excludesHigh;
    private decimal? _step;

    private NumberRange(ImmutableList<Literal> literals, bool isWhole)
    {
        _isWhole = isWhole;
        _bounds =
        [
            .. literals.Where(l => l.Keyword is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum"),
        ];
        Pointer = literals
            .FindLast(l =>
                l.Keyword.Contains("inimum", StringComparison.Ordinal)
                || l.Keyword.Contains("aximum", StringComparison.Ordinal)
                || l.Keyword == "multipleOf"
            )
            .Part.Pointer
            ?? "";
    }

    /// <summary>Why there is none; null where there may be some.</summary>
    public string? Conflict { get; private set; }

    public string Pointer { get; }

    /// <summary>How many there are; null where nobody can count them.</summary>
    public decimal? Count { get; private set; }

    public static NumberRange Of(ImmutableList<Literal> literals, bool isWhole)
    {
        var range = new NumberRange(literals, isWhole);
        try
        {
            range.Read(literals);
        }
        catch (OverflowException)
        {
            // Beyond what a decimal holds: the extremes are all there is to try.
            range.Count = null;
        }

        return range;
    }

    /// <summary>Numbers of the range, from the <paramref name="first"/> on and then all around.</summary>
    public IEnumerable<decimal> Values(long first, int count)
    {
        var usual = Math.Max(UsualSpan, BitOperations.RoundUpToPowerOf2((uint)count));
        if (_low > _high || Conflict is not null)
        {
            yield break;
        }

        var (low, high) = (
            _low ?? (_high is { } top ? Math.Min(0, top - usual) : -UsualSpan),
            _high ?? Math.Max((_low ?? 0) + usual, usual)
        );
        var step = _step ?? (high - low >= 1 ? 0.25m : Math.Max((high - low) / 8, 0.0000000000000000000000001m));
        var start = _step is null ? low : Ceiling(low, step);
        var span = step == 0 || start > high ? 0 : decimal.Floor(Math.Min((high - start) / step, 1_000_000));
        for (var i = 0; i < count; i++)
        {
            var value = start + (step * ((first + i) % (span + 1)));
            if (IsWithin(value))
            {
                yield return value / 1.0000000000000000000000000000m;
            }
        }

        yield return (low + high) / 2;
    }

    /// <summary>The bounds as they are written, and numbers well beyond them, whatever their size.</summary>
    public IEnumerable<JsonNode?> Extremes() =>
        from bound in _bounds
        let text = bound.Part.Json.GetProperty(bound.Keyword).GetRawText()
        from number in (string[])
            [
                text,
                .. double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var d
                && double.IsFinite(d * 2)
                    ? [Text(d * 2), Text(d / 2)]
                    : Array.Empty<string>(),
            ]
        select JsonNode.Parse(number);

    private static string Text(double number) =>
        number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private void Read(ImmutableList<Literal> literals)
    {
        foreach (var bound in _bounds)
        {
            if (Value(bound) is not { } value)
            {
                continue;
            }

            // A bound that must fail is one from the other side.
            var isLow = bound.Keyword is "minimum" or "exclusiveMinimum" == bound.Holds;
            var excludes = bound.Keyword.StartsWith("exclusive", StringComparison.Ordinal) == bound.Holds;
            _ = isLow ? Raise(value, excludes) : Lower(value, excludes);
        }

        foreach (var literal in literals.Where(l => l.Holds && l.Keyword == "multipleOf"))
        {
            _step = Common(_step, Value(literal) ?? throw new OverflowException());
        }

        _step = _isWhole ? Common(_step, 1) : _step;
        Conclude();
    }

    private void Conclude()
    {
        if (_low is not { } low || _high is not { } high)
        {
            return;
        }

        if (low > high || (low == high && (_excludesLow || _excludesHigh)))
        {
            Conflict =
                $"there is no number {(_excludesLow ? "above" : "from")} {low} "
                + $"{(_excludesHigh ? "and below" : "to")} {high}";
            return;
        }

        if (_step is { } step)
        {
            var first = Ceiling(low, step);
            first = _excludesLow && first == low ? first + step : first;
            var last = decimal.Floor(high / step) * step;
            last = _excludesHigh && last == high ? last - step : last;
            Count = first > last ? 0 : ((last - first) / step) + 1;
            Conflict = Count == 0 ? $"there is no multiple of {step} between {low} and {high}" : null;
        }
        else if (low == high)
        {
            Count = 1;
        }
    }

    private bool IsWithin(decimal value) =>
        (_low is not { } low || value > low || (value == low && !_excludesLow))
        && (_high is not { } high || value < high || (value == high && !_excludesHigh));

    private bool Raise(decimal value, bool excludes)
    {
        (_low, _excludesLow) =
            _low is null || value > _low || (value == _low && excludes) ? (value, excludes) : (_low, _excludesLow);
        return true;
    }

    private bool Lower(decimal value, bool excludes)
    {
        (_high, _excludesHigh) =
            _high is null || value < _high || (value == _high && excludes) ? (value, excludes) : (_high, _excludesHigh);
        return true;
    }

    private static decimal? Value(Literal literal) =>
        JsonNumber.Parse(literal.Part.Json.GetProperty(literal.Keyword).GetRawText()).AsDecimal;

    private static decimal Ceiling(decimal value, decimal step) => decimal.Ceiling(value / step) * step;

    private static decimal Common(decimal? step, decimal other) =>
        step is { } before ? Schemas.Reading.SchemaBounds.Common(before, other) : other;
}
