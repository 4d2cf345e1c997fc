using Thymia.Conformance.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>A path that is called unknown is one that no template of the description covers.</summary>
public sealed class UnknownPathsTests
{
    [Theory]
    [InlineData("/pets", "/pets/{name}", "/pets/unknown/unknown", "/petsx")]
    [InlineData("/pets", "/{kind}", "/pets/unknown")]
    [InlineData("/pets", "/{kind}/{name}/{more}", "/pets/unknown", "/petsx")]
    [InlineData("/pets", "/pets/{name}.json", "/pets/unknown", "/petsx")]
    public void Are_covered_by_no_template(string path, string other, params string[] unknown)
    {
        string Text(string template)
        {
            var names = template.Split('{', '}').Where((_, i) => i % 2 == 1);
            var parameters = names.Select(n => $"{{name: {n}, in: path, required: true, schema: {{type: string}}}}");
            return $"  {template}: {{get: {{parameters: [{string.Join(", ", parameters)}], "
                + "responses: {'200': {description: ok}}}}\n";
        }

        var api = Described.Read(
            $"openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths:\n{Text(path)}{Text(other)}"
        );

        Assert.Equal(
            unknown,
            Fixtures
                .Load(api)
                .Generators[0]
                .Enumerated.Select(p => p.Make())
                .Where(c => c.Keyword == "path")
                .Select(c => c.Request.Target)
        );
    }
}
