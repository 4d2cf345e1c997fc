using System.Text.RegularExpressions;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Benchmarks.SchemaSuite;

/// <summary>How many tests of a part of the suite the engine has right, wrong and refused.</summary>
internal sealed partial class SuiteTally(string title)
{
    private readonly List<string> _wrong = [];
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private int _right;

    public IReadOnlyList<string> Wrong => _wrong;

    public int Right => _right;

    /// <param name="compile">Makes the group's schema ready; refuses what it cannot judge.</param>
    public void Add(SuiteGroup group, Func<SuiteGroup, PayloadSchema> compile)
    {
        PayloadSchema schema;
        try
        {
            schema = compile(group);
        }
        catch (UnusableInputException e)
        {
            var keyword = Named().Match(e.Problem);
            var reason = keyword.Success ? keyword.Value : e.Code;
            _refused[reason] = _refused.GetValueOrDefault(reason) + group.Tests.Count;
            return;
        }

        foreach (var test in group.Tests)
        {
            if (schema.Check(test.Data).Count == 0 == test.IsValid)
            {
                _right++;
            }
            else
            {
                _wrong.Add($"{group.Name}, {test.Name}");
            }
        }
    }

    public void Write(int shown)
    {
        var all = _right + _wrong.Count + _refused.Values.Sum();
        Console.WriteLine($"{title, -34} {all, 6} {_right, 6} {_wrong.Count, 6} {_refused.Values.Sum(), 8}");
        foreach (var (reason, count) in _refused.OrderByDescending(r => r.Value))
        {
            Console.WriteLine($"    refused {count, 4}: {reason}");
        }

        foreach (var wrong in _wrong.Take(shown))
        {
            Console.WriteLine($"    wrong: {wrong}");
        }
    }

    [GeneratedRegex("(keyword|reference|its) '[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
