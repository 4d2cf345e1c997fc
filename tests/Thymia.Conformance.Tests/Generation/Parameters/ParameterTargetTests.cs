using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Parameters;

public sealed class ParameterTargetTests
{
    private const string Template = "/a/{id}/b/{name}";

    private static readonly Parameter Id = new("id", "path", true, null);
    private static readonly Parameter Name = new("name", "path", true, null);
    private static readonly Parameter Tags = new("ta gs", "query", false, null);
    private static readonly Parameter State = new("state", "query", false, null);
    private static readonly Parameter Trace = new("X-Trace", "header", false, null);

    private static readonly ShapeOfText Text = new(Described.Node("{type: string}"));
    private static readonly ShapeOfText List = new(Described.Node("{type: array, items: {type: string}}"));

    private static readonly Operation Operation = new()
    {
        Method = "GET",
        Path = Template,
        Id = "a",
        Pointer = "",
        Parameters = [Id, Name, Tags, State, Trace],
    };

    private static readonly CaseRequest Plain = new()
    {
        Method = "GET",
        Target = Template,
        Headers = [KeyValuePair.Create("Accept", "*/*")],
    };

    [Fact]
    public void Parameters_are_written_where_they_belong_and_read_back()
    {
        var written = ParameterTarget.Write(
            Plain,
            Template,
            [
                (Id, One("4/2")),
                (Name, Many("x", "y z")),
                (Tags, Many("a&b", "c=d")),
                (State, One("")),
                (Trace, Many("1", "2")),
            ]
        );

        Assert.Equal("/a/4%2F2/b/x,y%20z?ta%20gs=a%26b&ta%20gs=c%3Dd&state=", written.Target);
        Assert.Equal(["Accept=*/*", "X-Trace=1,2"], written.Headers.Select(h => $"{h.Key}={h.Value}"));
        Assert.Equal(["4/2"], Read(written, Id, Text));
        Assert.Equal(["x", "y z"], Read(written, Name, List));
        Assert.Equal(["a&b", "c=d"], Read(written, Tags, List));
        Assert.Equal([""], Read(written, State, Text));
        Assert.Equal(["1", "2"], Read(written, Trace, List));
    }

    [Fact]
    public void What_is_absent_is_told_from_what_is_empty()
    {
        var written = ParameterTarget.Write(Plain, "/a/1/b/2", []);
        Assert.Equal("/a/1/b/2", written.Target);
        Assert.Null(Read(written, Tags, List));
        Assert.Null(Read(written, Trace, Text));
        Assert.Null(Read(written with { Target = "/a/1" }, Id, Text));
        Assert.Equal([""], Read(written with { Target = "/a/1/b/2?state" }, State, Text));
    }

    [Theory]
    [InlineData("/p/{id}.json", "/p/7.json", "7")]
    [InlineData("/p/v{id}", "/p/v7", "7")]
    [InlineData("/p/{id}-{to}", "/p/7-9", "7")]
    [InlineData("/p/({to},{id})", "/p/(9,7)", "7")]
    [InlineData("/p/{id}.json", "/p/7.xml", null)]
    [InlineData("/p/{id}.json", "/p/7/8.json", null)]
    public void A_template_may_be_a_part_of_its_segment(string template, string path, string? text) =>
        Assert.Equal(text, PathTemplate.Parse(template).Find(path, "id"));

    private static IEnumerable<string>? Read(CaseRequest request, Parameter parameter, ShapeOfText shape) =>
        ParameterTarget.Read(request, Operation, parameter, shape)?.Texts;

    private static ParameterValue.One One(string text) => new(text);

    private static ParameterValue.Many Many(params string[] items) => new(items);
}
