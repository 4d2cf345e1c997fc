using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Compares XML bodies: names, attributes, texts and the order of elements, by the rules at each.</summary>
internal sealed class XmlComparison(MatchingRules withIndexes)
{
    private readonly MatchingRules _rules = withIndexes.WithoutIndexes();
    private readonly List<RequestMismatch> _found = [];

    /// <summary>Where the documents differ; text that is no XML differs as a whole.</summary>
    public IReadOnlyList<RequestMismatch> Compare(string expected, string actual)
    {
        if (Parse(expected) is not { } shown || Parse(actual) is not { } received)
        {
            return [new("request body", "found text that is no XML, expected XML")];
        }

        CompareElements(["$", shown.Name.LocalName], shown, received);
        return _found;
    }

    private void CompareElements(IReadOnlyList<string> at, XElement expected, XElement actual)
    {
        if (expected.Name != actual.Name && _rules.At(at) is null)
        {
            Add(at, $"found <{actual.Name.LocalName}>, expected <{expected.Name.LocalName}>");
            return;
        }

        CompareAttributes(at, expected, actual);
        var shown = expected.Elements().ToList();
        var received = actual.Elements().ToList();
        if (shown.Count == 0 && received.Count == 0)
        {
            CompareTexts([.. at, "#text"], expected.Value.Trim(), actual.Value.Trim());
            return;
        }

        CompareChildren(at, shown, received);
    }

    // With a rule for the list each element may come as often as it likes, but no other one.
    private void CompareChildren(IReadOnlyList<string> at, List<XElement> shown, List<XElement> received)
    {
        var isOpen =
            _rules.At(at) is not null || shown.Exists(s => _rules.At([.. at, s.Name.LocalName]) is { IsDirect: true });
        if (shown.Count != received.Count && !isOpen)
        {
            Add(at, $"found {Amounts.Of(received.Count, "element")}, expected {shown.Count}");
        }

        var least = _rules.At(at) is { IsDirect: true } set
            ? set.Rules.Max(r => JsonComparison.Limit(r, "min") ?? 0)
            : 0;
        if (received.Count < least)
        {
            Add(at, $"found {Amounts.Of(received.Count, "element")}, expected at least {least}");
        }

        for (var i = 0; i < received.Count && shown.Count > 0; i++)
        {
            var example =
                i < shown.Count && (!isOpen || shown[i].Name == received[i].Name) ? shown[i]
                : isOpen ? shown.Find(s => s.Name == received[i].Name)
                : null;
            if (example is not null)
            {
                CompareElements([.. at, example.Name.LocalName], example, received[i]);
            }
            else if (isOpen)
            {
                Add(at, $"found <{received[i].Name.LocalName}>, which is not expected");
            }
        }
    }

    private void CompareAttributes(IReadOnlyList<string> at, XElement expected, XElement actual)
    {
        foreach (var shown in expected.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            IReadOnlyList<string> place = [.. at, $"@{shown.Name.LocalName}"];
            if (actual.Attribute(shown.Name) is { } received)
            {
                CompareTexts(place, shown.Value, received.Value);
            }
            else
            {
                Add(place, "found nothing, expected an attribute");
            }
        }

        foreach (
            var other in actual.Attributes().Where(a => !a.IsNamespaceDeclaration && expected.Attribute(a.Name) is null)
        )
        {
            Add([.. at, $"@{other.Name.LocalName}"], "found an attribute that is not expected");
        }
    }

    private void CompareTexts(IReadOnlyList<string> at, string expected, string actual)
    {
        var (shown, received) = (
            JsonSerializer.SerializeToElement(expected),
            JsonSerializer.SerializeToElement(actual)
        );
        var problem =
            _rules.At(at) is { } set ? ValueRules.Problem(set, shown, received)
            : expected == actual ? null
            : JsonWords.Of(shown);
        if (problem is not null)
        {
            Add(at, $"found {JsonWords.Of(received)}, expected {problem}");
        }
    }

    private void Add(IReadOnlyList<string> at, string problem) =>
        _found.Add(new($"request body at {SafeText.Of(string.Join('.', at))}", problem));

    private static XElement? Parse(string text)
    {
        try
        {
            return XDocument.Parse(text).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
