using System.Reflection;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Schemas;

/// <summary>JSON Schema 2020-12 as the suite judges it: every row of <c>judged-keywords.txt</c>.</summary>
public sealed class JudgedKeywordsTests
{
    private static readonly Lazy<IReadOnlyList<string>> Lines = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("judged-keywords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    });

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            var schema = "";
            foreach (var line in Lines.Value.Where(l => l.Length > 0 && l[0] != '#'))
            {
                if (line[0] != ' ')
                {
                    schema = line;
                    continue;
                }

                var parts = line.Trim().Split(" => ");
                rows.Add(schema, parts[0], parts[1]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Finds_exactly_what_is_violated_and_where(string schema, string instance, string violations)
    {
        Assert.Equal(violations, Told(Described.Schema(schema).Check(instance)));
    }

    [Fact]
    public void Covers_every_judged_keyword_by_a_row_that_is_violated()
    {
        var violated = Rows.SelectMany(r => r.Data.Item3.Split(", ")).Select(v => v.Split(' ')[^1]).ToHashSet();
        string[] structure =
        [
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$id",
            "$ref",
            "allOf",
            "dependentSchemas",
            "else",
            "if",
            "items",
            "patternProperties",
            "prefixItems",
            "properties",
            "then",
        ];

        Assert.Empty(Keywords.Judged.Except(structure).Except(violated));
    }

    private static string Told(IReadOnlyList<Violation> violations) =>
        violations.Count == 0
            ? "valid"
            : string.Join(", ", violations.Select(v => v.Pointer.Length == 0 ? v.Keyword : $"{v.Pointer} {v.Keyword}"));
}
